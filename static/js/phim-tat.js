/* Keyboard: / search, n new visit, ? shortcuts, j k through a list, Ctrl+Enter saves.
   Single letters work only outside fields and can be switched off (WCAG 2.2, 2.1.4). */
(() => {
  "use strict";

  const KHOA = "phim-tat-tat";
  const congTac = document.querySelector("[data-bat-phim-tat]");

  function dangTat() {
    try {
      return localStorage.getItem(KHOA) === "1";
    } catch {
      return false;
    }
  }

  if (congTac) {
    congTac.checked = !dangTat();
    congTac.addEventListener("change", () => {
      try {
        if (congTac.checked) localStorage.removeItem(KHOA);
        else localStorage.setItem(KHOA, "1");
      } catch {
        congTac.checked = true; // storage forbidden: the shortcuts stay
      }
    });
  }

  function dangGo(noi) {
    return noi.isContentEditable || noi.matches("input:not([type=checkbox], [type=radio]), textarea, select");
  }

  /* The first link of each row takes the focus, so Enter opens it as any link. */
  function sangDong(buoc) {
    const dong = [...document.querySelectorAll("[data-danh-sach] :is(tbody > tr, li, [data-dong])")]
      .map((hang) => hang.querySelector("[data-mo]") ?? hang.querySelector("a[href]"))
      .filter((lienKet) => lienKet?.offsetParent);
    if (!dong.length) return false;
    const hienTai = dong.findIndex((lienKet) => lienKet.closest("tr, li, [data-dong]").contains(document.activeElement));
    const ke = hienTai < 0 ? (buoc > 0 ? 0 : dong.length - 1) : Math.min(Math.max(hienTai + buoc, 0), dong.length - 1);
    dong[ke].focus();
    return true;
  }

  const VIEC = {
    "/": () => {
      const oTim = document.querySelector("[data-o-tim]");
      if (!oTim) return false;
      if (!oTim.offsetParent) document.querySelector("[data-nut-tim]").click();
      oTim.focus();
      oTim.select();
      return true;
    },
    n: () => {
      if (!document.querySelector('#dieu-huong a[href="/tiep-dan/"]')) return false;
      window.location.assign("/tiep-dan/ghi/");
      return true;
    },
    "?": () => {
      document.getElementById("hop-phim-tat").showModal();
      return true;
    },
    j: () => sangDong(1),
    k: () => sangDong(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.form ?? event.target.closest("form");
      if (form && form.method !== "dialog") {
        event.preventDefault();
        form.requestSubmit(form.querySelector("[type=submit]:not([formaction])"));
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || dangTat() || dangGo(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (VIEC[event.key]?.()) event.preventDefault();
  });
})();
