/* The visit form: known people while the number is typed, rows of documents, who receives. Nothing here is needed to save. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-phieu-tiep]");
  if (!form) return;

  const o = (ten) => form.elements[ten];
  const bao = (noi) => {
    noi.dispatchEvent(new Event("input", { bubbles: true }));
    noi.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /* The look-up runs when the number is complete or left, once for each number. */
  const nutTim = form.querySelector("[data-tra-cuu]"); // none while a visit is corrected
  let daTim = o("so_giay_to")?.value ?? "";
  const timNguoi = () => {
    const so = o("so_giay_to").value.replace(/[\s.-]/g, "");
    if (!nutTim || so === daTim || so.length < 6) return;
    daTim = so;
    nutTim.click();
  };
  o("so_giay_to")?.addEventListener("change", timNguoi);
  o("so_giay_to")?.addEventListener("input", (event) => {
    if (event.target.value.replace(/[\s.-]/g, "").length === 12) timNguoi();
  });

  function dien(goc, tatCa) {
    for (const muc of goc.querySelectorAll("[data-o]")) {
      const noi = o(muc.dataset.o);
      if (!noi || !muc.dataset.giaTri || (noi.value && !tatCa)) continue;
      noi.value = muc.dataset.giaTri;
      bao(noi);
    }
    daTim = o("so_giay_to").value.replace(/[\s.-]/g, "");
  }

  document.addEventListener("htmx:afterSwap", (event) => {
    const bang = document.getElementById("nguoi-quen");
    if (event.detail.target?.id === "nguoi-quen" && bang) dien(bang, false);
  });

  document.addEventListener("click", (event) => {
    const dienHet = event.target.closest("[data-dien-het]");
    if (dienHet) dien(dienHet.closest("[data-dien-vao]"), true);
    const chon = event.target.closest("[data-chon-vu-viec]");
    if (!chon || o("ma_vu_viec").disabled) return;
    o("ma_vu_viec").value = chon.dataset.chonVuViec;
    bao(o("ma_vu_viec"));
    o("ma_vu_viec").focus();
  });

  /* The head is named by himself; the officer by herself again when she receives. */
  const canBo = o("can_bo");
  const nguoiGhi = canBo.value;
  form.addEventListener("change", (event) => {
    if (event.target.name !== "nguoi_tiep") return;
    const thuTruong = canBo.dataset.thuTruong;
    if (event.target.value === "thu_truong" && thuTruong) canBo.value = thuTruong;
    else if (canBo.value === thuTruong) canBo.value = event.target.value === "thuong_xuyen" ? nguoiGhi : "";
  });

  /* One more row of documents. */
  const khung = form.querySelector("[data-tai-lieu]");
  khung.querySelector("[data-them-dong]").addEventListener("click", () => {
    const tong = o("tai_lieu-TOTAL_FORMS");
    const so = Number(tong.value);
    const dong = khung.querySelector("template").content.cloneNode(true);
    for (const noi of dong.querySelectorAll("[name], [for], [id]")) {
      for (const ten of ["name", "for", "id"]) {
        if (noi.hasAttribute(ten)) noi.setAttribute(ten, noi.getAttribute(ten).replace("__prefix__", so));
      }
    }
    khung.querySelector("tbody").append(dong);
    tong.value = so + 1;
    o(`tai_lieu-${so}-ten`).focus();
  });

  if (!form.querySelector(".is-invalid, [data-tom-tat-loi]")) o("nguoi_tiep")[0].focus({ preventScroll: true });
})();
