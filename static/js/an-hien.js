/* Parts of a form that only some choice needs. data-khi="loai=TC" shows the part while the field `loai` of its form has that
   value ("loai=KN,TC": one of several); data-khi-khong hides it then. A hidden part is disabled, so nothing in it is sent.
   Without JavaScript every part shows, and the server ignores what the choice does not need. */
(() => {
  "use strict";

  function giaTri(form, ten) {
    const o = form.elements[ten];
    if (!o) return "";
    if (o instanceof RadioNodeList) return o.value;
    if (o.type === "checkbox") return o.checked ? o.value : "";
    return o.value;
  }

  function khop(form, dieuKien) {
    const [ten, cho] = dieuKien.split("=");
    return cho.split(",").includes(giaTri(form, ten));
  }

  function apDung(form) {
    for (const phan of form.querySelectorAll("[data-khi], [data-khi-khong]")) {
      const hien = phan.dataset.khi ? khop(form, phan.dataset.khi) : !khop(form, phan.dataset.khiKhong);
      phan.hidden = !hien;
      for (const o of phan.querySelectorAll("input, select, textarea, button")) o.disabled = !hien;
    }
  }

  function formCo(noi) {
    const cac = new Set();
    for (const phan of noi.querySelectorAll("[data-khi], [data-khi-khong]")) if (phan.closest("form")) cac.add(phan.closest("form"));
    return cac;
  }

  document.addEventListener("change", (event) => {
    if (event.target.form && formCo(document).has(event.target.form)) apDung(event.target.form);
  });
  document.addEventListener("htmx:load", () => formCo(document).forEach(apDung));
  window.addEventListener("pageshow", () => formCo(document).forEach(apDung));
  formCo(document).forEach(apDung);
})();
