// Makes and uses passkeys. Forms that need this are hidden until it runs, and what stands in for them is shown.
const able =
  typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === "function" &&
  typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  for (const standIn of document.querySelectorAll("[data-passkey-missing]")) standIn.hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin(form);
  });
}

async function begin(form) {
  const [button, problem] = [form.querySelector("button"), form.querySelector("[data-passkey-problem]")];
  button.disabled = true;
  problem.hidden = true;
  try {
    const options = await ask(form);
    const credential = await use(form.dataset.passkey, options);
    form.elements.credential.value = JSON.stringify(credential);
    if (form.elements.password) form.elements.password.value = "";
    form.submit();
  } catch (error) {
    problem.textContent = error instanceof Refused ? error.message : sentenceOf(form, error);
    problem.hidden = false;
    button.disabled = false;
  }
}

// What this site has refused, in its own words.
class Refused extends Error {}

async function ask(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (answer.ok) return await answer.json();
  const said = answer.headers.get("content-type")?.startsWith("application/json") ? await answer.json() : {};
  throw said.problem ? new Refused(said.problem) : new Error(`the site answered ${answer.status}`);
}

async function use(what, options) {
  if (what === "create") {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return (await navigator.credentials.create({ publicKey })).toJSON();
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return (await navigator.credentials.get({ publicKey })).toJSON();
}

// A person who chose none and one who took too long look alike to a page.
function sentenceOf({ dataset }, { name }) {
  if (name === "InvalidStateError" && dataset.known) return dataset.known;
  return name === "NotAllowedError" ? dataset.cancelled : dataset.failed;
}
