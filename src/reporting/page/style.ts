import { DARK, LIGHT, properties } from "../palette.js";

/** The page's style sheet: two colour modes, print, and a visible focus. No font, picture or other file is asked for. */
export const STYLE = `
:root{color-scheme:light dark;${properties(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${properties(DARK)}}}
*,*::before,*::after{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--page-ink);font:1rem/1.5 "Source Sans 3","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif}
a{color:var(--link-ink);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--page);z-index:9}
.skip:focus{top:.5rem}
.masthead{padding:2.25rem clamp(1rem,4vw,3rem) 1.75rem;border-bottom:6px solid var(--heat-4);background:var(--raised)}
.masthead p{margin:.4rem 0 0;max-width:70ch;color:var(--quiet-ink);font-size:1.125rem}
h1{margin:0;font-size:clamp(1.75rem,4vw,2.5rem);line-height:1.15;letter-spacing:-.015em}
h2{margin:0 0 1rem;font-size:1.75rem;line-height:1.2;letter-spacing:-.01em}
h3{margin:2.25rem 0 .75rem;font-size:1.3rem;line-height:1.25}
h4{margin:0 0 .5rem;font-size:1rem}
h3 span,h4 span:not(.swatch){color:var(--quiet-ink);font-weight:400;font-size:.9em}
.frame{padding:0 clamp(1rem,4vw,3rem) 4rem}
main>section{padding:2.5rem 0 1rem;border-bottom:1px solid var(--line);min-width:0}
main>section:last-child{border:0}
main p{max-width:72ch}
nav.contents{padding:1.5rem 0 0;font-size:.95rem}
nav.contents h2{font-size:1rem;margin:0 0 .5rem;letter-spacing:0}
nav.contents ul{list-style:none;margin:0;padding:0}
nav.contents li{margin:.3rem 0}
nav.contents ul ul{margin:.2rem 0 .6rem .75rem;padding-left:.75rem;border-left:2px solid var(--line)}
nav.contents a{color:inherit;text-decoration:none}
nav.contents a:hover{text-decoration:underline}
@media (min-width:75rem){.frame{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:3.5rem}
nav.contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:2.5rem .25rem 1rem}}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:.5rem;margin:0 0 1.25rem;padding:0;list-style:none}.tiles>li{border:1px solid var(--line)}
.tiles li{background:var(--page);padding:.9rem 1rem}
.tiles strong{display:block;font-size:2rem;line-height:1.1;font-variant-numeric:tabular-nums;letter-spacing:-.02em}
.tiles span{font-weight:600}
.tiles small{display:block;color:var(--quiet-ink)}
.chip{display:inline-block;padding:0 .5em;border:1px solid var(--line);border-radius:1em;font-size:.85rem;font-weight:400;text-transform:none;letter-spacing:0;white-space:nowrap}
.severity-error{background:var(--error);color:var(--error-ink);border-color:transparent}
.severity-warning{background:var(--warning);color:var(--warning-ink);border-color:transparent}
.severity-info{background:var(--info);color:var(--info-ink);border-color:transparent}
.lead{padding:.9rem 1.1rem;background:var(--raised);border-left:5px solid var(--heat-4)}
.notice{padding:.9rem 1.1rem;background:var(--warning);color:var(--warning-ink)}
.none,.more,.unraised{color:var(--quiet-ink)}
.more{font-style:italic}
.unraised{font-size:.95rem}
small{font-size:.85rem;font-weight:400;color:var(--quiet-ink)}
button{font:inherit;font-size:.95rem;padding:.25rem .9rem;margin:0 0 .75rem;color:var(--link-ink);background:var(--raised);border:1px solid currentColor;border-radius:3px;cursor:pointer}
summary{cursor:pointer}
.finding{border:1px solid var(--line);border-left:5px solid var(--heat-4);margin:0 0 .75rem;background:var(--page)}
.finding>summary{display:flex;gap:1rem;align-items:flex-start;padding:.85rem 1rem;list-style:none}
.finding>summary::-webkit-details-marker{display:none}
.finding>summary::after{content:"";flex:none;width:.55rem;height:.55rem;margin:.5rem .25rem 0 auto;border:solid var(--quiet-ink);border-width:0 2px 2px 0;transform:rotate(45deg)}
.finding[open]>summary::after{transform:rotate(225deg);margin-top:.75rem}
.finding>summary:hover{background:var(--raised)}
.finding>:not(summary){margin-left:1rem;margin-right:1rem}
.strength{flex:none;position:relative;width:3rem;height:3rem;display:grid;place-items:center;font-variant-numeric:tabular-nums}
.strength svg{position:absolute;inset:0}
.strength circle{fill:none;stroke:var(--line);stroke-width:3.5}
.strength .filled{stroke:var(--heat-4)}
.claim{min-width:0}
.kind{display:block;color:var(--quiet-ink);font-size:.9rem;font-weight:600}
.kind::first-letter{text-transform:uppercase}
.statement{display:block;font-size:1.1rem;line-height:1.4;max-width:75ch}
.status-rejected{opacity:.75;border-left-color:var(--line)}
.status-accepted,.status-edited{border-left-color:var(--heat-5)}
.chip.status{background:var(--heat-5);color:var(--heat-5-ink);border-color:transparent}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1rem;align-items:start;padding-top:.5rem;border-top:1px solid var(--line)}
.side{padding:.75rem 1rem;border-top:4px solid var(--affirms-ink);background:var(--raised);min-width:0}
.side-against{border-top-color:var(--denies-ink)}
.who{margin:0 0 .6rem;color:var(--quiet-ink);font-size:.95rem}
.quotes{list-style:none;margin:0;padding:0}
.quotes li{margin:0 0 .8rem}
blockquote{margin:0;max-width:72ch;overflow-wrap:anywhere}
blockquote::before{content:"“"}
blockquote::after{content:"”"}
.source{margin:.1rem 0 0;font-size:.9rem;color:var(--quiet-ink)}
.others{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin-top:.9rem;font-size:.95rem}
.others dt,.method dt{font-weight:600}
.others dt span{font-weight:400;color:var(--quiet-ink)}
dd{margin:0}
.others dd{color:var(--quiet-ink);max-width:60ch}
.id{margin-top:.5rem;font-size:.8rem;color:var(--quiet-ink)}
.decided{font-weight:600}
.scroll{overflow:auto;max-width:100%;margin:.75rem 0}
.tall{width:fit-content;max-height:min(85vh,60rem);border:1px solid var(--line)}
table{border-collapse:separate;border-spacing:0;font-size:.95rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.5rem .6rem;color:var(--quiet-ink);font-size:.95rem}
.tall caption{position:sticky;left:0}
th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{position:sticky;top:0;z-index:2;background:var(--raised);color:var(--raised-ink);vertical-align:bottom;line-height:1.25}
thead small{display:block}
tbody th{font-weight:400}
.figure{text-align:right;white-space:nowrap}
.matrix td{border-left:1px solid var(--line)}
.matrix thead th{min-width:5.5rem;max-width:11rem}
.matrix .corner{left:0;z-index:3}
.matrix tbody th[scope=row]{position:sticky;left:0;z-index:1;background:var(--page);min-width:13rem;max-width:17rem}
.matrix tbody th[scope=row] a{color:inherit;text-decoration:none}
.matrix tbody th[scope=row] a:hover{text-decoration:underline}
.matrix .theme th{background:var(--raised);font-weight:600;padding:.3rem .6rem}
.matrix .theme span{position:sticky;left:.6rem;display:inline-block}
.matrix .theme span::first-letter{text-transform:uppercase}
.matrix td{text-align:center;padding:0;height:2rem;vertical-align:middle}
.matrix td a{display:block;padding:.35rem .5rem;color:inherit;text-decoration:none;white-space:nowrap}
.matrix td a:hover{text-decoration:underline;box-shadow:inset 0 0 0 2px currentColor}
.matrix td.figure,.matrix td.verdict,.matrix td.silent-expected{padding:.35rem .6rem;text-align:left}
.matrix td.figure{text-align:right}
.matrix .verdict{position:sticky;right:0;white-space:nowrap;border-left:2px solid var(--line)}
.matrix td.verdict{background:var(--page)}
.matrix thead .verdict{z-index:3}
.matrix td.verdict small{display:block}
.matrix td.silent-expected{font-size:.9rem;min-width:20rem;white-space:normal}
.matrix td.total{font-weight:600;padding:.35rem .6rem}
.matrix td small{margin-left:.25em}
.sign{margin-left:.4em;font-weight:400}
.verdict .sign,.key .sign{margin:0;display:inline-block;min-width:1em}
.h0{color:var(--silent-ink)}
${[1, 2, 3, 4, 5].map((n) => `.h${n}{background:var(--heat-${n});color:var(--heat-${n}-ink)}`).join("")}
${["affirms", "denies", "mixed", "uncertain", "silent"].map((s) => `.s-${s}{background:var(--${s});color:var(--${s}-ink)}`).join("")}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.5rem 0;padding:0;list-style:none;font-size:.9rem;color:var(--quiet-ink)}
.key b{color:var(--page-ink)}
.swatch{display:inline-block;min-width:1.6em;text-align:center;border-radius:2px;font-weight:600}
.swatch.s-silent{box-shadow:inset 0 0 0 1px var(--line)}
.code{border-bottom:1px solid var(--line)}
.code>summary{padding:.4rem .2rem}
.code>summary:hover{background:var(--raised)}
.code[open]{padding-bottom:1rem}
.count{color:var(--quiet-ink);font-size:.95rem}
.definition{font-size:.95rem;color:var(--quiet-ink);margin:.2rem 0 .8rem}
.cell{margin:0 0 1rem;padding:.5rem 0 0 1rem;border-left:3px solid var(--line);scroll-margin-top:1rem}
.cell:target{border-left-color:var(--focus);background:var(--raised)}
.spark polyline{fill:none;stroke:var(--link-ink);stroke-width:1.75;stroke-linejoin:round}
.spark circle{fill:var(--link-ink)}
.ends{display:block;font-size:.85rem;color:var(--quiet-ink);white-space:nowrap}
.result-contradicted{color:var(--denies-ink);font-weight:600}
.result-corroborated{color:var(--affirms-ink);font-weight:600}
.method{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 2rem;margin:1.25rem 0}
@media (max-width:48rem){.matrix tbody th[scope=row]{min-width:8rem;max-width:9rem}.matrix .verdict{position:static}.finding>summary{gap:.6rem;padding:.75rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
:root{color-scheme:light;${properties(LIGHT)}}
body{font-size:10pt}
nav.contents,.skip,button,.finding>summary::after{display:none}
.masthead{padding:0 0 1rem;background:none}.frame{padding:0;display:block}
.scroll,.tall{overflow:visible;max-height:none;border:0}
thead th,.matrix tbody th[scope=row],.matrix .corner,.matrix .verdict{position:static}
.finding,.cell,tr{break-inside:avoid}
h2,h3{break-after:avoid}
details::details-content{content-visibility:visible;block-size:auto}
td,th,.swatch,.side,.strength{-webkit-print-color-adjust:exact;print-color-adjust:exact}
a{color:inherit;text-decoration:none}
}`.replaceAll(/\n/g, "");
