/* The frame: navigation on a phone, disclosure menus, messages, one submit per form. */
(() => {
  "use strict";

  const goc = document.documentElement;

  /* Navigation and search of a narrow screen. Without JavaScript both are plain links. */

  function dongMo(nut, lop) {
    nut.setAttribute("role", "button");
    nut.setAttribute("aria-expanded", "false");
    const bat = () => {
      const dangMo = goc.classList.toggle(lop);
      nut.setAttribute("aria-expanded", String(dangMo));
      return dangMo;
    };
    nut.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      nut.click();
    });
    return bat;
  }

  const nutDieuHuong = document.querySelector("[data-nut-dieu-huong]");
  if (nutDieuHuong) {
    const bat = dongMo(nutDieuHuong, "dang-mo-dieu-huong");
    nutDieuHuong.addEventListener("click", (event) => {
      event.preventDefault();
      bat();
    });
  }

  const nutTim = document.querySelector("[data-nut-tim]");
  if (nutTim) {
    const bat = dongMo(nutTim, "dang-mo-tim");
    nutTim.addEventListener("click", (event) => {
      event.preventDefault();
      if (bat()) document.querySelector("[data-o-tim]").focus();
    });
  }

  /* Disclosure menus close on Escape, on a click elsewhere, and when the focus leaves. */

  function dongMenu(ngoaiTru) {
    for (const menu of document.querySelectorAll("details.tha[open]")) if (menu !== ngoaiTru) menu.open = false;
  }

  document.addEventListener("click", (event) => dongMenu(event.target.closest("details.tha")));
  document.addEventListener("focusin", (event) => dongMenu(event.target.closest("details.tha")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.tha[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (goc.classList.contains("dang-mo-dieu-huong")) {
      nutDieuHuong.click();
      nutDieuHuong.focus();
    }
  });

  /* Messages and the summary of mistakes */

  document.addEventListener("click", (event) => {
    event.target.closest("[data-dong-loi-nhan]")?.closest(".loi-nhan").remove();
  });

  function denTomTatLoi(noi) {
    noi.querySelector("[data-tom-tat-loi]")?.focus();
  }

  document.addEventListener("htmx:load", (event) => denTomTatLoi(event.target));
  denTomTatLoi(document);

  /* A double click must not save twice. The mark goes away when the page comes back from history. */

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.target === "_blank") return;
    if (event.submitter?.formTarget === "_blank" || form.matches("[hx-post], [hx-put]")) return;
    if (form.dataset.dangGui) {
      event.preventDefault();
      return;
    }
    form.dataset.dangGui = "1";
    form.setAttribute("aria-busy", "true");
  });

  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-dang-gui]")) {
      delete form.dataset.dangGui;
      form.removeAttribute("aria-busy");
    }
  });
})();
