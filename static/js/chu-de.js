/* Light or dark, settled before the first paint: what the person chose on this machine, else what the machine prefers. */
(() => {
  "use strict";

  const goc = document.documentElement;
  const mayToi = window.matchMedia("(prefers-color-scheme: dark)");

  function daChon() {
    try {
      return localStorage.getItem("chu-de");
    } catch {
      return null; // storage forbidden: follow the machine
    }
  }

  function apDung() {
    goc.dataset.bsTheme = daChon() ?? (mayToi.matches ? "dark" : "light");
    ghiNhan();
  }

  function ghiNhan() {
    const dangToi = goc.dataset.bsTheme === "dark";
    const chu = dangToi ? "Giao diện sáng" : "Giao diện tối";
    for (const nut of document.querySelectorAll("[data-chu-de]")) {
      const cho = nut.querySelector("[data-chu-de-chu]");
      if (cho) cho.textContent = chu;
      else nut.setAttribute("aria-label", chu);
      nut.querySelector(".ti").className = `ti ti-${dangToi ? "sun" : "moon"}`;
    }
  }

  goc.classList.add("co-js");
  apDung();
  mayToi.addEventListener("change", apDung);
  document.addEventListener("DOMContentLoaded", ghiNhan);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-chu-de]")) return;
    try {
      localStorage.setItem("chu-de", goc.dataset.bsTheme === "dark" ? "light" : "dark");
    } catch {
      return;
    }
    apDung();
  });
})();
