/**
 * The page's only script, and it can do without: it opens the part that a link leads into, opens everything for print, and
 * adds a button that opens or closes all findings of a review.
 */
export const SCRIPT = `(() => {
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  target.scrollIntoView({ block: "start" });
};
addEventListener("hashchange", reveal);
addEventListener("DOMContentLoaded", reveal);
addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("details")) each.open = true; });
addEventListener("DOMContentLoaded", () => {
  for (const section of document.querySelectorAll("section.review")) {
    const details = [...section.querySelectorAll("details")];
    if (details.length < 2) continue;
    const button = document.createElement("button");
    button.type = "button";
    const name = () => { button.textContent = details.some((each) => !each.open) ? "Open all" : "Close all"; };
    button.addEventListener("click", () => {
      const open = details.some((each) => !each.open);
      for (const each of details) each.open = open;
      name();
    });
    for (const each of details) each.addEventListener("toggle", name);
    name();
    section.querySelector("h3").after(button);
  }
});
})();`;
