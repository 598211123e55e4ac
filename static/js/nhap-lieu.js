/* Nothing typed is lost. form[data-giu-nhap] asks before a dirty page is left; form[data-ban-nhap="ten"] also keeps a draft
   in this browser, per person, for a day. Never for tố cáo (data-khong-luu-nhap, or the kind chosen is TC), never passwords and files.
   A draft goes when the server says the thing is saved (data-xoa-ban-nhap="ten" on the next page) or at sign-out. */
(() => {
  "use strict";

  const MOT_NGAY = 24 * 60 * 60 * 1000;
  const TIEN_TO = `ban-nhap:${document.body.dataset.nguoi ?? ""}:`;

  const kho = {
    doc(ten) {
      try {
        const ban = JSON.parse(localStorage.getItem(TIEN_TO + ten));
        return ban && Date.now() - ban.luc < MOT_NGAY ? ban : null;
      } catch {
        return null; // storage forbidden or the text is broken: no draft
      }
    },
    ghi(ten, giaTri) {
      try {
        localStorage.setItem(TIEN_TO + ten, JSON.stringify({ luc: Date.now(), giaTri }));
      } catch {
        return; // storage full or forbidden: the page still asks before it is left
      }
    },
    xoa(ten) {
      try {
        localStorage.removeItem(TIEN_TO + ten);
      } catch {
        return;
      }
    },
    xoaHet(chon) {
      try {
        for (const khoa of Object.keys(localStorage)) if (chon(khoa)) localStorage.removeItem(khoa);
      } catch {
        return;
      }
    },
  };

  function quaHan(khoa) {
    if (!khoa.startsWith("ban-nhap:")) return false;
    try {
      return !(Date.now() - JSON.parse(localStorage.getItem(khoa)).luc < MOT_NGAY);
    } catch {
      return true;
    }
  }

  function luuDuoc(o) {
    return o.name && !["password", "file", "hidden", "submit", "button"].includes(o.type) && !o.matches("[data-khong-luu]");
  }

  function laToCao(form) {
    if (form.matches("[data-khong-luu-nhap]")) return true;
    return [...form.elements].some(
      (o) => /(^|[-_])loai/.test(o.name ?? "") && o.value === "TC" && (!/radio|checkbox/.test(o.type) || o.checked),
    );
  }

  function docForm(form) {
    const giaTri = {};
    for (const o of form.elements) {
      if (!luuDuoc(o)) continue;
      if (o.type === "checkbox" || o.type === "radio") {
        giaTri[o.name] ??= [];
        if (o.checked) giaTri[o.name].push(o.value);
      } else if (o.multiple) giaTri[o.name] = [...o.selectedOptions].map((muc) => muc.value);
      else giaTri[o.name] = o.value;
    }
    return giaTri;
  }

  function dienForm(form, giaTri) {
    for (const o of form.elements) {
      if (!luuDuoc(o) || !(o.name in giaTri)) continue;
      const cu = giaTri[o.name];
      if (o.type === "checkbox" || o.type === "radio") o.checked = cu.includes(o.value);
      else if (o.multiple) for (const muc of o.options) muc.selected = cu.includes(muc.value);
      else o.value = cu;
      if (o.tagName === "TEXTAREA" && o.value !== o.defaultValue) o.closest("details")?.setAttribute("open", "");
      o.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function moiKhoiPhuc(form, ten, ban) {
    const luc = new Date(ban.luc).toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
    const thanh = document.createElement("div");
    thanh.className = "ban-nhap";
    thanh.setAttribute("role", "status");
    const cau = document.createElement("p");
    cau.textContent = `Máy này còn giữ bản đang nhập dở, lưu lúc ${luc}.`;
    const tao = (chu, lop, viec) => {
      const nut = document.createElement("button");
      nut.type = "button";
      nut.className = `btn ${lop}`;
      nut.textContent = chu;
      nut.addEventListener("click", () => {
        viec();
        thanh.remove();
        form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
      });
      return nut;
    };
    thanh.append(
      cau,
      tao("Nhập tiếp bản này", "btn-primary", () => dienForm(form, ban.giaTri)),
      tao("Bỏ đi", "btn-ghost", () => kho.xoa(ten)),
    );
    form.before(thanh);
  }

  const dangDo = new Set();
  const daTheoDoi = new WeakSet();

  function theoDoi(form) {
    const ten = form.dataset.banNhap;
    let hen;
    const luuNhap = () => (laToCao(form) ? kho.xoa(ten) : kho.ghi(ten, docForm(form)));
    const nhan = (event) => {
      if (!event.isTrusted && event.type === "input") return;
      dangDo.add(form);
      if (!ten) return;
      clearTimeout(hen);
      hen = setTimeout(luuNhap, 400);
    };
    form.addEventListener("input", nhan);
    form.addEventListener("change", nhan);
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      dangDo.delete(form);
      clearTimeout(hen);
      if (ten) luuNhap();
    });
    if (form.querySelector(".is-invalid, [data-tom-tat-loi]")) {
      dangDo.add(form); // the server gave back what was typed; it is not saved yet
      return;
    }
    const ban = ten && !laToCao(form) && kho.doc(ten);
    if (ban) moiKhoiPhuc(form, ten, ban);
  }

  /* Forgets before it offers, so that a saved form shown again empty does not propose its own draft. */
  function xemQua(noi) {
    for (const dau of noi.querySelectorAll("[data-xoa-ban-nhap]")) kho.xoa(dau.dataset.xoaBanNhap);
    for (const form of document.querySelectorAll("form[data-giu-nhap], form[data-ban-nhap]")) {
      if (daTheoDoi.has(form)) continue;
      daTheoDoi.add(form);
      theoDoi(form);
    }
  }

  kho.xoaHet(quaHan);
  xemQua(document);
  document.addEventListener("htmx:load", (event) => xemQua(event.target));

  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-dang-xuat]")) kho.xoaHet((khoa) => khoa.startsWith(TIEN_TO));
  });
  window.addEventListener("beforeunload", (event) => {
    if (![...dangDo].some((form) => form.isConnected)) return;
    event.preventDefault();
    event.returnValue = true; // older browsers ask only for this
  });
})();
