// Notifications: asked of the phone at the press alone, then told to the site.
(() => {
  const form = document.getElementById("signal");
  const says = document.getElementById("unable");
  if (!navigator.serviceWorker || !window.PushManager) return;
  form.hidden = false;
  says.hidden = true;
  form.addEventListener("submit", (press) => {
    press.preventDefault();
    navigator.serviceWorker.ready
      .then(({ pushManager }) => pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.key }))
      .then((phone) => {
        const { endpoint, keys } = phone.toJSON();
        form.elements.endpoint.value = endpoint;
        form.elements.p256dh.value = keys.p256dh;
        form.elements.auth.value = keys.auth;
        form.submit();
      })
      .catch(() => { says.textContent = form.dataset.refused; says.hidden = false; });
  });
})();
