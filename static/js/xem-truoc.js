/* The sheet beside a form follows what is typed. Without JavaScript the button "Xem trước" sends the form into the frame. */
(() => {
  "use strict";

  const nut = document.querySelector("[data-xem-truoc]");
  const khung = document.querySelector("iframe[name='xem-truoc']");
  if (!nut || !khung) return;

  const form = nut.form;
  const CHO = 500; // ms after the last key
  let hen;
  let dangTai;

  async function xemTruoc() {
    dangTai?.abort();
    dangTai = new AbortController();
    try {
      const traLoi = await fetch(nut.formAction, {
        method: "POST",
        body: new FormData(form),
        signal: dangTai.signal,
      });
      if (!traLoi.ok) return;
      const cuon = khung.contentDocument?.scrollingElement?.scrollTop ?? 0;
      khung.addEventListener("load", () => khung.contentDocument?.scrollingElement?.scrollTo(0, cuon), { once: true });
      khung.srcdoc = await traLoi.text(); // not a navigation: the Back button still leaves the page
    } catch {
      return; // overtaken by the next key, or no network: the sheet stays as it was
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(hen);
    hen = setTimeout(xemTruoc, CHO);
  });
  nut.addEventListener("click", (event) => {
    event.preventDefault();
    clearTimeout(hen);
    xemTruoc();
  });
})();
