// Works out a price again while somebody writes it: asks the desk, and shows what it answers.
const place = document.querySelector("[data-calculator]");
const form = place?.closest("form");
let asking = null;
let waiting = null;

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(place.dataset.calculator, { method: "POST", body, signal: asking.signal });
  if (!answer.ok || answer.redirected) return; // signed out meanwhile: saving says so
  const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of place.querySelectorAll("[data-part]")) {
    const fresh = shown.querySelector(`[data-part="${part.dataset.part}"]`);
    if (fresh && !part.contains(document.activeElement)) part.replaceChildren(...fresh.childNodes);
  }
}

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    ask().catch((error) => {
      if (error.name !== "AbortError") throw error; // without the network, the button is still there
    });
  }, 250);
});
