import type { Detail } from "./detail.js";

const LOCAL = /[\w.!#$%&'*+/=?^`{|}~-]/;
const DOMAIN = /[\w.-]/;
const SPOKEN_ENDS = /\sdot\s(?:com|(?:co|ac|gov|org|nhs|police)\sdot\suk|co|org|net|uk|ac|gov|nhs|me|info)\b/gi;
const SAID_DIGIT = "(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|\\d{1,4})";
/** Up to a letter, a word, and what is spelt out behind it: "j colcutt nine nine", "kez dot thorne". */
const SPOKEN_MAIL = new RegExp(
  `(?<![\\w.+-])(?:[b-hj-z] )?[\\w.+-]{1,40}(?:\\s(?:(?:dot|underscore|dash|hyphen|plus)\\s[\\w-]{1,40}|${SAID_DIGIT})){0,5}\\sat\\s[\\w-]{1,40}(?:\\sdot\\s[\\w-]{1,20}){0,3}$`,
  "i",
);
/** "j.smith[at]council.gov.uk", "j_smith (at) example dot org": the at is hidden from machines. */
const BRACKETED_AT = /\s?[[({<]\s?(?:at|@)\s?[\])}>]\s?/gi;
const BEFORE_AT = /[\w.+-]{1,64}$/;
const AFTER_AT = /^[\w-]{1,60}(?:(?:\.|\s?[[(]?\s?dot\s?[\])]?\s?)[\w-]{1,40}){1,5}/i;
/** "j.smith4 at example.co.uk": a host with its stops behind "at". Before it must stand what is no word. */
const AT_HOST = /\sat\s(?=((?:[\w-]{1,40}\.){1,4}[a-z]{2,10})\b)/gi;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** E-mail addresses, written (`a.b@c.org`) or spelt out in speech ("a dot b at c dot org"). Looks only around `@` and "dot". */
export function findMails(text: string): Detail[] {
  const found: Detail[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text[start - 1]!)) start--;
    let end = at + 1;
    while (end < text.length && end - at < LONGEST_DOMAIN && DOMAIN.test(text[end]!)) end++;
    while (end > at + 1 && !/[A-Za-z0-9]/.test(text[end - 1]!)) end--;
    while (start < at && !/[\w]/.test(text[start]!)) start++;
    if (start === at || !text.slice(at + 1, end).includes(".")) continue;
    found.push({ start, end, kind: "EMAIL", value: text.slice(start, end).toLowerCase() });
  }
  BRACKETED_AT.lastIndex = 0;
  for (let m = BRACKETED_AT.exec(text); m; m = BRACKETED_AT.exec(text)) {
    const end = m.index + m[0].length;
    const before = BEFORE_AT.exec(text.slice(Math.max(0, m.index - 64), m.index))?.[0] ?? "";
    const after = AFTER_AT.exec(text.slice(end, end + 250))?.[0] ?? "";
    if (before === "" || after === "") continue;
    const value = `${before}@${after.replace(/\s?[[(]?\s?dot\s?[\])]?\s?/gi, ".")}`.toLowerCase();
    found.push({ start: m.index - before.length, end: end + after.length, kind: "EMAIL", value });
  }
  AT_HOST.lastIndex = 0;
  for (let m = AT_HOST.exec(text); m; m = AT_HOST.exec(text)) {
    const before = BEFORE_AT.exec(text.slice(Math.max(0, m.index - LONGEST_LOCAL), m.index))?.[0] ?? "";
    if (!/[\w+-][._+\d]/.test(before)) continue;
    const end = m.index + m[0].length + m[1]!.length;
    found.push({ start: m.index - before.length, end, kind: "EMAIL", value: `${before}@${m[1]}`.toLowerCase() });
  }
  SPOKEN_ENDS.lastIndex = 0;
  for (let m = SPOKEN_ENDS.exec(text); m; m = SPOKEN_ENDS.exec(text)) {
    const from = Math.max(0, m.index - 160);
    const head = SPOKEN_MAIL.exec(text.slice(from, m.index));
    if (!head) continue;
    const start = from + head.index;
    const end = m.index + m[0].length;
    const value = text
      .slice(start, end)
      .toLowerCase()
      .replace(/\sdot\s/g, ".")
      .replace(/\sunderscore\s/g, "_")
      .replace(/\s(?:dash|hyphen)\s/g, "-")
      .replace(/\sat\s/g, "@");
    found.push({ start, end, kind: "EMAIL", value });
  }
  return found;
}

const URL =
  /\b(?:https?:\/\/|www\.)[^\s<>()"'\]]{3,2000}|\b(?:[a-z0-9-]{1,40}\.){1,4}(?:com|me|net|org|uk|tv|ly|ee|io)\/[^\s<>()"'\]]{1,500}/gi;
const PERSONAL_SITE =
  /(?:facebook|fb|instagram|tiktok|twitter|snapchat|linkedin|youtube|youtu|twitch|onlyfans|linktr|soundcloud|reddit|discord|t\.me|telegram|wa\.me|pinterest|tumblr|threads|bebo|myspace|ask\.fm|kik|justgiving|gofundme|cash\.app|paypal\.me|monzo\.me|\bx)\b[^/\s]{0,80}\/./i;
const PERSONAL_HOST =
  /(?:\.wordpress\.com|\.blogspot\.|\.tumblr\.com|\.github\.io|\.wixsite\.com|\.weebly\.com|\.livejournal\.com)/i;
const PERSONAL_PATH = /\/(?:~|users?\/|people\/|person\/|profiles?\/|members?\/|in\/|@)[^/\s]/i;

/** A web address as it stands in a text, with or without what follows the host. */
const OWN_SITE =
  /(?<![\w@./-])(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]{1,40}\.){1,3}(?:com|co\.uk|me\.uk|net|wales|cymru|scot|london|biz|carrd\.co|site|online|blog|shop))(?![\w@-])(?:\/[^\s<>()"'\]]{0,300})?/g;
/** Hosts of the press and of tools that everybody uses: nobody's own. */
const COMMON_HOST =
  /(?:^|\.)(?:bbc|itv|sky|channel4|theguardian|independent|telegraph|dailymail|mirror|thesun|google|microsoft|office|apple|amazon|zoom|eventbrite|surveymonkey|smartsurvey|mentimeter|padlet|youtube|wikipedia|rightmove|zoopla|airbnb|booking|uber|trainline|nationalrail|gumtree|ebay|netflix|spotify|crimestoppers-uk|mind|childline|barnardos|nspcc)\.(?:com|co\.uk|net)$/;

/** Hosts of public bodies and of charities, schools and universities. */
const PUBLIC_HOST = /(?:^|\.)(?:gov|edu|int|eu|mil|org|ac|sch|nhs|police|parliament)(?:\.[a-z]{2})?$/;
const WRITTEN_OUT = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9.-]{1,200})/;

/** Web addresses that lead to one person: profiles on social sites, own pages, small sites. The address of a public body or a charity stays. */
export function findPersonalPages(text: string): Detail[] {
  const found: Detail[] = [];
  URL.lastIndex = 0;
  for (let m = URL.exec(text); m; m = URL.exec(text)) {
    const url = withoutEnd(m[0], ".,;:!?");
    const small = /^(?:http|www\.)/i.test(url) && isSmallSite(url.toLowerCase());
    if (!small && !PERSONAL_SITE.test(url) && !PERSONAL_HOST.test(url) && !PERSONAL_PATH.test(url)) continue;
    found.push({
      start: m.index,
      end: m.index + url.length,
      kind: "HANDLE",
      value: url.toLowerCase().replace(/^https?:\/\/(?:www\.)?|^www\./, ""),
    });
  }
  OWN_SITE.lastIndex = 0;
  for (let m = OWN_SITE.exec(text); m; m = OWN_SITE.exec(text)) {
    const url = withoutEnd(m[0], ".,;:!?");
    if (COMMON_HOST.test(m[1]!) || url.length < 8) continue;
    const value = url.replace(/^https?:\/\/(?:www\.)?|^www\./, "");
    found.push({ start: m.index, end: m.index + url.length, kind: "HANDLE", value });
  }
  return found;
}

/** Whether an address written out in full is of nobody that we know to be a public body, a charity or a tool: then it may be somebody's own. */
function isSmallSite(url: string): boolean {
  const host = WRITTEN_OUT.exec(url)?.[1] ?? "";
  return !PUBLIC_HOST.test(host) && !COMMON_HOST.test(host);
}

/** Without the marks at its end that belong to the sentence. */
function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

const AT_HANDLE = /(?<![\w@./])@[A-Za-z_](?:[\w.]{0,28}\w)/g;
const NAMED_HANDLE =
  /\b(?:snap ?chat|snap|insta(?:gram)?|tik ?tok|twitter|facebook|telegram|discord|kik|xbox|psn|gamer ?tag|username|user name|user id|screen ?name|handle|account name|profile name)\b(?:['’]s)?(?:[ \t]{1,9}(?:name|handle|account|username|user|tag|id|is|was|as|under|called|called as|goes by|he's|she's|they're|it's)){0,4}[ \t]{0,2}[:=-]?[ \t]{0,2}["'“‘]?([A-Za-z][\w.-]{2,29})/gi;

/** What is said shortly before a name on such a site. */
const SITE_CUE =
  /\b(?:snap ?chat|snap|insta(?:gram)?|tik ?tok|twitter|facebook|telegram|discord|kik|username|handle|account|profile|cash ?app)\b[^\n]{0,60}$/i;
/** "lenny.l8verpool": small letters with stops between them. */
const DOTTED_HANDLE = /(?<![\w@./-])[a-z][a-z0-9]{1,20}(?:[._][a-z0-9]{1,20}){1,4}(?![\w@/-]|\.\w)/g;
const FILE_OR_HOST = /\.(?:com|co|uk|org|net|me|info|docx?|pdf|txt|xlsx?|csv|jpe?g|png|mp[34]|html?)$/;
/** Spelt out in speech: "angel underscore xo underscore 08", "at drag zero z underscore lincs", behind a site's name "ayaan dot speaks". */
const SPOKEN_HANDLE = new RegExp(
  `(?<![\\w-])(?:dollar sign \\w{2,30}|(?:at )?[a-z]\\w{0,20}(?: (?:[b-hj-z]|${SAID_DIGIT})){0,3}(?: (?:underscore|dot) (?:\\w{1,20})(?: ${SAID_DIGIT}){0,3}){1,4})(?![\\w-])`,
  "gi",
);

/** Names on social media: `@handle` anywhere; after "Snapchat name is" and its like, a word with a digit, underscore or inner stop. */
export function findHandles(text: string): Detail[] {
  const found: Detail[] = [];
  AT_HANDLE.lastIndex = 0;
  for (let m = AT_HANDLE.exec(text); m; m = AT_HANDLE.exec(text)) {
    found.push({ start: m.index, end: m.index + m[0].length, kind: "HANDLE", value: m[0].slice(1).toLowerCase() });
  }
  NAMED_HANDLE.lastIndex = 0;
  for (let m = NAMED_HANDLE.exec(text); m; m = NAMED_HANDLE.exec(text)) {
    const handle = withoutEnd(m[1]!, ".-");
    if (!/[\d_]|[a-z]\.[a-z]|[a-z][A-Z]/.test(handle)) continue;
    const start = m.index + m[0].length - m[1]!.length;
    found.push({ start, end: start + handle.length, kind: "HANDLE", value: handle.toLowerCase() });
  }
  DOTTED_HANDLE.lastIndex = 0;
  for (let m = DOTTED_HANDLE.exec(text); m; m = DOTTED_HANDLE.exec(text)) {
    if (FILE_OR_HOST.test(m[0]) || !SITE_CUE.test(text.slice(Math.max(0, m.index - 60), m.index))) continue;
    found.push({ start: m.index, end: m.index + m[0].length, kind: "HANDLE", value: m[0] });
  }
  SPOKEN_HANDLE.lastIndex = 0;
  for (let m = SPOKEN_HANDLE.exec(text); m; m = SPOKEN_HANDLE.exec(text)) {
    const spelt = / underscore |^dollar /i.test(m[0]);
    if (!spelt && !SITE_CUE.test(text.slice(Math.max(0, m.index - 60), m.index))) continue;
    const value = m[0].toLowerCase().replace(/^at /, "");
    found.push({ start: m.index, end: m.index + m[0].length, kind: "HANDLE", value });
  }
  return found;
}
