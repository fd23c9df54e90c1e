import { LIGHT, properties } from "../palette.js";

/** The summary's own style: it is printed and edited, so that it has one colour mode. No font, picture or other file is asked for. */
export const NATIONAL_STYLE = `
:root{${properties(LIGHT)}}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--page-ink);font:1.05rem/1.6 "Source Sans 3","Segoe UI",system-ui,-apple-system,Arial,sans-serif}
a{color:var(--link-ink)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--page);z-index:9}
.skip:focus{top:.5rem}
header{padding:2.5rem clamp(1rem,4vw,3rem) 1.5rem;border-bottom:6px solid var(--heat-4);background:var(--raised)}
h1{margin:0;font-size:clamp(1.8rem,4vw,2.6rem);line-height:1.15}
header p{margin:.4rem 0 0;color:var(--quiet-ink);font-size:1.1rem}
.notice{max-width:80ch;margin:1rem 0 0;padding:.8rem 1rem;background:var(--warning);color:var(--warning-ink)}
.tools{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:end;padding:.75rem clamp(1rem,4vw,3rem);background:var(--page);border-bottom:1px solid var(--line)}
.tools label{display:grid;font-size:.85rem;color:var(--quiet-ink)}
select,button{font:inherit;font-size:.95rem;padding:.3rem .6rem;color:var(--link-ink);background:var(--raised);border:1px solid currentColor;border-radius:3px}
#filtered{margin:0;font-size:.95rem;color:var(--quiet-ink)}
.frame{padding:0 clamp(1rem,4vw,3rem) 4rem}
nav ul{list-style:none;margin:1.5rem 0;padding:0;font-size:.95rem}
nav li{margin:.3rem 0}
@media (min-width:72rem){.frame{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:3rem}nav{position:sticky;top:5rem;align-self:start}}
main{min-width:0}
main>section{padding:2rem 0 .5rem;border-bottom:1px solid var(--line)}
h2{font-size:1.7rem;line-height:1.2;margin:0 0 .75rem;scroll-margin-top:6rem}
h3{font-size:1.3rem;margin:2rem 0 .5rem}
h4{font-size:1.08rem;margin:1.4rem 0 .3rem}
main p{max-width:75ch;margin:.4rem 0 .6rem}
.figures{font-size:.85rem;color:var(--quiet-ink);margin:-.2rem 0 .8rem}
.here{color:var(--link-ink);font-weight:600}
blockquote{margin:.6rem 0 .6rem .25rem;padding:.1rem 0 .1rem 1rem;border-left:4px solid var(--heat-3);max-width:75ch;font-style:italic}
blockquote footer{font-style:normal;font-size:.88rem;color:var(--quiet-ink)}
.against{border-left-color:var(--focus)}
.scroll{overflow-x:auto;margin:.75rem 0 1.25rem}
table{border-collapse:collapse;font-size:.92rem;min-width:min(100%,40rem)}
caption{text-align:left;font-weight:600;padding:.25rem 0 .4rem}
th,td{padding:.35rem .6rem;border:1px solid var(--line);text-align:left;vertical-align:top}
thead th{background:var(--heat-5);color:var(--heat-5-ink)}
td.figure,th.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
[contenteditable]:focus{background:var(--uncertain)}
.aside{display:none}
@media print{.tools,nav,.skip{display:none}.frame{display:block;padding:0}header{padding:0 0 1rem}blockquote,tr{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`.replaceAll(/\n/g, "");

/**
 * The page's only script, and it can do without: it filters by region and quarter with the figures that stand in the page, lets texts be edited, and saves
 * a copy. Nothing is fetched or sent.
 */
export const NATIONAL_SCRIPT = `(() => {
addEventListener("DOMContentLoaded", () => {
  const region = document.getElementById("region"), since = document.getElementById("since"), until = document.getElementById("until");
  const said = document.getElementById("filtered");
  const inside = (at) => (!since.value || at >= since.value) && (!until.value || at <= until.value);
  const apply = () => {
    const isOn = region.value || since.value || until.value;
    const isDated = since.value || until.value;
    let left = 0;
    for (const each of document.querySelectorAll("[data-regions]")) {
      const regions = each.dataset.regions.split(";"), quarters = (each.dataset.quarters || "").split(";");
      const out = (region.value && !regions.includes(region.value)) || (isDated && !quarters.some((one) => one && inside(one)));
      each.classList.toggle("aside", Boolean(out));
      if (!out && each.classList.contains("claim")) left++;
    }
    for (const each of document.querySelectorAll(".here")) {
      const rows = JSON.parse(each.dataset.shares);
      const parts = [];
      if (region.value) { const row = rows.regions.find((one) => one[0] === region.value); parts.push(row ? "in " + row[0] + " " + (row[1] ?? "[c]") + " of " + (row[2] ?? "[c]") : "none in " + region.value); }
      if (isDated) { let hits = 0, of = 0, held = false; for (const [name, n, d] of rows.quarters) if (inside(name)) { if (n === null || d === null) held = true; else { hits += n; of += d; } }
        parts.push("in these quarters " + (held ? "[c]" : hits + " of " + of)); }
      each.textContent = parts.length ? "Of these reviews: " + parts.join("; ") + "." : "";
    }
    said.textContent = isOn ? left + " claims stand in what is chosen; the statements still speak of all reviews." : "";
  };
  for (const each of [region, since, until]) each.addEventListener("change", apply);
  const edit = document.getElementById("edit");
  edit.addEventListener("click", () => {
    const on = edit.getAttribute("aria-pressed") !== "true";
    edit.setAttribute("aria-pressed", String(on));
    edit.textContent = on ? "Stop editing" : "Edit";
    for (const each of document.querySelectorAll("main p, main h2, main h3, main h4, main blockquote, main td, main li, header h1, header p"))
      if (on) each.setAttribute("contenteditable", "true"); else each.removeAttribute("contenteditable");
  });
  document.getElementById("save").addEventListener("click", () => {
    if (edit.getAttribute("aria-pressed") === "true") edit.click();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["<!doctype html>\\n" + document.documentElement.outerHTML], { type: "text/html" }));
    link.download = "summary.html";
    link.click();
  });
});
})();`;
