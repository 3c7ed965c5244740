// A page that shows a long work looks again by itself, as long as somebody sees it.
if (document.querySelector("[data-running]")) {
  setTimeout(function look() {
    if (document.visibilityState === "visible") location.reload();
    else setTimeout(look, 2_000);
  }, 2_000);
}
