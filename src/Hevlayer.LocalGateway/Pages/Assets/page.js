// Shows the page anew when something has happened, unless somebody is just filling in a form.
(() => {
  const busy = () => document.querySelector("main :is(input, textarea, select):focus") !== null
    || [...document.querySelectorAll("main :is(input, textarea):not([type=hidden])")].some((field) => field.value !== field.defaultValue)
    || String(getSelection()) !== "";
  let pending = false;
  let loading = false;

  const refresh = async () => {
    if (loading || document.hidden || busy()) {
      pending = true;
      return;
    }
    loading = true;
    pending = false;
    try {
      const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (reply.ok) {
        const next = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("main");
        const opened = [...document.querySelectorAll("main details")].map((part) => part.open);
        if (next !== null && !busy()) {
          document.querySelector("main").replaceWith(document.adoptNode(next));
          [...document.querySelectorAll("main details")].forEach((part, place) => { part.open = opened[place] ?? part.open; });
        }
      }
    } catch {
      pending = true;
    } finally {
      loading = false;
    }
  };

  new EventSource("/_local/events").addEventListener("change", refresh);
  document.addEventListener("visibilitychange", () => pending && refresh());
  document.addEventListener("focusout", () => pending && setTimeout(refresh, 100));
})();
