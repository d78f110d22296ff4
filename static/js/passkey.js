// A key that the phone keeps: made or shown on a press, where the phone can; else the words stay.
(() => {
  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (keys) => keys.map((key) => Object.assign({}, key, { id: bytes(key.id) }));

  const asked = (options) => {
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const list of ["excludeCredentials", "allowCredentials"]) {
      if (options[list]) options[list] = named(options[list]);
    }
    return { publicKey: options };
  };
  const answered = (key) => {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature",
      "userHandle"]) {
      if (key.response[part]) response[part] = text(key.response[part]);
    }
    return {
      id: key.id, rawId: text(key.rawId), type: key.type, response,
      authenticatorAttachment: key.authenticatorAttachment, clientExtensionResults: {},
    };
  };
  const send = (address, body) => fetch(address, {
    method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" },
  }).then((answer) => {
    if (answer.redirected) { location.assign(answer.url); return new Promise(() => {}); }
    return answer.json();
  }).then((said) => (said.error ? Promise.reject(said.error) : said));

  const words = (part, fault) => {
    if (typeof fault === "string") return fault;
    if (fault.name === "InvalidStateError") return part.dataset.there;
    return fault.name === "TypeError" || fault.name === "SyntaxError"
      ? part.dataset.lost : part.dataset.stopped;
  };
  const ready = (part) => {
    const { way, ask, answer, wait } = part.dataset;
    const press = part.querySelector("button");
    const says = part.querySelector(".says");
    press.addEventListener("click", () => {
      press.disabled = true;
      says.textContent = wait;
      send(ask, {})
        .then((options) => navigator.credentials[way](asked(options)))
        .then((key) => send(answer, answered(key)))
        .then((done) => location.assign(done.next))
        .catch((fault) => { press.disabled = false; says.textContent = words(part, fault); });
    });
    part.querySelector(".without").hidden = true;
    press.hidden = false;
  };
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  for (const part of document.querySelectorAll(".passkey")) {
    if (!("own" in part.dataset)) { ready(part); continue; }
    PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
      .then((can) => { if (can) ready(part); });
  }
})();
