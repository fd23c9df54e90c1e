import { type Html, html } from "./html.js";

/** What a reader must know to read the numbers rightly. */
export const METHOD: Html = html`<section id="method" aria-labelledby="method-title"><h2 id="method-title">How to read this</h2>
<p>The sessions are interviews and focus groups held during locality reviews: rapid assessments in which practitioners of many agencies say what they know about county lines, gangs, violence, exploitation and vulnerability in their area. <strong>What they say is perception, not fact.</strong> It becomes evidence by triangulation: who says it, how many independent groups say it, who contradicts it, who is silent, and whether counted data agree.</p>
<dl class="method">
<div><dt>Evidence</dt><dd>Words of participants. Interviewers' questions, note-takers' own comments, headings, attendee lists and repeated front matter are kept, shown in mentions.csv with the reason, and counted nowhere.</dd></div>
<div><dt>Stance</dt><dd>What a session says of a code, here and now: it affirms, denies, does both, is uncertain, or is silent. The past, the future and other places stand beside it and never change it.</dd></div>
<div><dt>Independent</dt><dd>Two sessions that share no sector. A joint group is one voice; a session whose sector is not known is independent of nobody.</dd></div>
<div><dt>Verdict</dt><dd>Where the sessions of a review meet: agreement, partial agreement, dissonance, silence of all but one sector, or unclear. Dissonance is a finding, not a failure; so is silence, and silence is not absence.</dd></div>
<div><dt>Strength</dt><dd>From 0 to 100: independent sectors behind a claim (40), levels of seniority (20), how much of each group stands behind it (20), and counted data (20). It orders findings; it hides none.</dd></div>
<div><dt>Candidate</dt><dd>No finding here is decided by a program. An analyst accepts, edits or rejects it, after reading what stands for and against.</dd></div>
</dl>
<p>Nothing here profiles or ranks a person. Names and other personal details were replaced before anything was stored; [PERSON-003] is the same person wherever it stands in one review. A per cent is given from ten units up.</p></section>
`;
