/* Questions before an act that cannot be undone, and the dialogs of the frame.
   data-xac-nhan="câu hỏi" on a link, a submit button or a form; hx-confirm asks through the same dialog. */
(() => {
  "use strict";

  const hop = document.getElementById("hop-xac-nhan");

  function hoi(cau) {
    document.getElementById("hop-xac-nhan-cau").textContent = cau;
    hop.returnValue = "";
    hop.showModal();
    return new Promise((xong) => {
      hop.addEventListener("close", () => xong(hop.returnValue === "co"), { once: true });
    });
  }

  document.addEventListener(
    "submit",
    async (event) => {
      const { target: form, submitter } = event;
      const cau = submitter?.dataset.xacNhan ?? form.dataset.xacNhan;
      if (!cau) return;
      if (form.dataset.daXacNhan) {
        delete form.dataset.daXacNhan;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!(await hoi(cau))) return;
      form.dataset.daXacNhan = "1";
      form.requestSubmit(submitter);
    },
    { capture: true },
  );

  document.addEventListener("click", async (event) => {
    const lienKet = event.target.closest("a[data-xac-nhan]");
    if (lienKet) {
      event.preventDefault();
      if (await hoi(lienKet.dataset.xacNhan)) window.location.assign(lienKet.href);
      return;
    }
    const nutMo = event.target.closest("[data-mo-hop-thoai]");
    if (nutMo) document.getElementById(nutMo.dataset.moHopThoai).showModal();
  });

  document.addEventListener("htmx:confirm", async (event) => {
    if (!event.detail.question) return;
    event.preventDefault();
    if (await hoi(event.detail.question)) event.detail.issueRequest(true);
  });

  /* A click on the dark around a dialog closes it like Escape. */
  document.addEventListener("click", (event) => {
    if (event.target.matches("dialog.hop-thoai")) event.target.close();
  });
})();
