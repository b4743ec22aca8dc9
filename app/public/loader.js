// Hydrates the islands of a page, once the page is readable. It is named only on pages that have one.
const hydrate = async () => {
  const module = await import("__WASM_JS__");
  await module.default({ module_or_path: "__WASM__" });
  module.hydrate();
  for (const island of document.querySelectorAll("leptos-island")) {
    const start = module[island.dataset.component];
    if (start) await start(island);
  }
  document.documentElement.dataset.islands = "ready";
};
if ("requestIdleCallback" in window) requestIdleCallback(hydrate, { timeout: 2000 });
else setTimeout(hydrate, 1);
