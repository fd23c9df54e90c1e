import type { Block, Role } from "../../model/index.js";
import { endsSentence } from "../mend/join-wrapped-lines.js";
import { isConversation } from "./guess-record.js";
import { isNoteTaker, labelKey } from "./infer-role.js";
import type { Unit } from "./lines-to-units.js";

/** A turn before it has offsets. */
export interface DraftTurn {
  speaker: string;
  role: Role;
  time: string;
  blocks: { text: string; kind: Block["kind"] }[];
}

/** How long a turn that a unit opened goes on by itself. */
type Reach = "conversation" | "heading" | "paragraph" | "list" | "stretch";

/** A block of captions ends with the first sentence after this many characters, and at the latest after `LONGEST`. */
const CAPTION_BLOCK = 400;
const LONGEST_CAPTION_BLOCK = 4000;
const COMMENT = /^[[(]([^:()[\]]{1,40}):\s{1,9}([^\n]*)[\])]$/;

/**
 * Units to turns. A speaker goes on over paragraphs without a label where the stretch between two headings is a
 * conversation, and over a list that his paragraph leads in; elsewhere what nobody is named for is a turn without a
 * speaker. A heading begins a new turn, so that a session never begins inside one. A comment of the team is a
 * note-taker's turn: under a heading up to the next one, else its paragraph and list.
 */
export function unitsToTurns(units: readonly Unit[], roleOf: (label: string) => Role): DraftTurn[] {
  const builder = new TurnBuilder(roleOf, someoneAnswers(units, roleOf));
  const talk = conversations(units);
  for (const [index, unit] of units.entries()) builder.add(unit, talk[index] === true);
  return builder.turns
    .map((turn) => ({ ...turn, blocks: turn.blocks.filter((block) => block.text !== "") }))
    .filter((turn) => turn.blocks.length > 0);
}

class TurnBuilder {
  readonly turns: DraftTurn[] = [];
  private reach: Reach = "stretch";

  constructor(
    private readonly roleOf: (label: string) => Role,
    /** Somebody other than interviewers and note-takers is named. If not, what follows a question is its answer. */
    private readonly answered: boolean,
  ) {}

  add(unit: Unit, conversation: boolean): void {
    const speaker = unit.speaker ?? unit.label?.speaker;
    const comment = COMMENT.exec(unit.text);
    if (unit.kind === "heading") this.addHeading(unit);
    else if (unit.kind === "attendees") this.stretch(unit.time).blocks.push({ text: unit.text, kind: unit.kind });
    else if (speaker !== undefined) this.addSpoken(unit, speaker, conversation);
    else if (comment && isNoteTaker(comment[1] ?? "")) {
      const turn = this.open(comment[1] ?? "", "note-taker", unit.time, "list");
      turn.blocks.push({ text: comment[2] ?? "", kind: "paragraph" });
    } else if (unit.cue) this.addCaption(unit);
    else this.addUnnamed(unit, conversation);
  }

  private open(speaker: string, role: Role, time: string, reach: Reach): DraftTurn {
    const turn: DraftTurn = { speaker, role, time, blocks: [] };
    this.turns.push(turn);
    this.reach = reach;
    return turn;
  }

  /** The turn without a speaker that is in hand, or a new one. */
  private stretch(time: string): DraftTurn {
    const current = this.turns.at(-1);
    return current && this.reach === "stretch" ? current : this.open("", "participant", time, "stretch");
  }

  private addHeading(unit: Unit): void {
    const current = this.turns.at(-1);
    const label = unit.text.replace(/:$/, "");
    const onlyHeadings = this.reach === "stretch" && current?.blocks.every((block) => block.kind === "heading");
    const turn = isNoteTaker(label)
      ? this.open(label, "note-taker", unit.time, "heading")
      : current && onlyHeadings
        ? current
        : this.open("", "participant", unit.time, "stretch");
    turn.blocks.push({ text: unit.text, kind: "heading" });
  }

  private addSpoken(unit: Unit, speaker: string, conversation: boolean): void {
    const current = this.turns.at(-1);
    const isSame = current && this.reach === "conversation" && labelKey(current.speaker) === labelKey(speaker);
    if (isSame && (goesOnSpeaking(current, unit) || isInnerLine(unit))) addSpeech(current, unit);
    else addSpeech(this.open(speaker, this.roleOf(speaker), unit.time, reachOf(unit, speaker, conversation)), unit);
  }

  /** A caption without a speaker carries on; where nobody is ever named, each block is a turn, so that its time is kept. */
  private addCaption(unit: Unit): void {
    const current = this.turns.at(-1);
    const begins = !current || this.reach === "stretch" || (current.speaker === "" && breaksCaption(current));
    addSpeech(begins ? this.open("", "participant", unit.time, "conversation") : current, unit);
  }

  private addUnnamed(unit: Unit, conversation: boolean): void {
    const current = this.turns.at(-1);
    const isAnswer = current?.role === "interviewer" && !this.answered && current.blocks.length > 0;
    const goesOn = current && !isAnswer && reaches(this.reach, current, unit, conversation);
    const turn = goesOn ? current : this.stretch(unit.time);
    turn.blocks.push({ text: unit.text, kind: unit.kind });
    if (this.reach === "paragraph") this.reach = "list";
  }
}

function someoneAnswers(units: readonly Unit[], roleOf: (label: string) => Role): boolean {
  return units.some((unit) => {
    const label = unit.speaker ?? unit.label?.speaker;
    return label !== undefined && roleOf(label) === "participant";
  });
}

/** For each unit: whether the stretch between two headings in which it stands is a conversation. */
function conversations(units: readonly Unit[]): boolean[] {
  const result: boolean[] = [];
  const inConversation = isConversation(units);
  let start = 0;
  for (let i = 1; i <= units.length; i++) {
    if (i < units.length && units[i]?.kind !== "heading") continue;
    const talk = isConversation(units.slice(start, i), inConversation);
    for (let at = start; at < i; at++) result.push(talk);
    start = i;
  }
  return result;
}

function reachOf(unit: Unit, speaker: string, conversation: boolean): Reach {
  if (conversation || unit.cue || unit.speaker !== undefined) return "conversation";
  if (unit.bare) return "paragraph";
  return isNoteTaker(speaker) && !unit.text.endsWith(":") ? "paragraph" : "list";
}

/** Whether the turn in hand, opened with `reach`, takes a paragraph or bullet that nobody is named for. */
function reaches(reach: Reach, current: DraftTurn, unit: Unit, conversation: boolean): boolean {
  if (reach === "stretch" || reach === "heading") return true;
  if (reach === "conversation") return conversation || unit.cue || current.blocks.length === 0;
  if (reach === "paragraph") return current.blocks.length === 0;
  return unit.kind === "bullet";
}

/** Captions of one speaker always go on; other rows of one speaker only where the first cuts a sentence. */
function goesOnSpeaking(current: DraftTurn, unit: Unit): boolean {
  return unit.cue || cutsSentence(current, unit);
}

/** A further line of a row that its format gave a speaker. */
function isInnerLine(unit: Unit): boolean {
  return unit.speaker !== undefined && !unit.first;
}

function cutsSentence(current: DraftTurn, unit: Unit): boolean {
  const text = current.blocks.at(-1)?.text ?? "";
  return unit.speaker !== undefined && text !== "" && !endsSentence(text) && /^\p{Ll}/u.test(unit.text);
}

function addSpeech(turn: DraftTurn, unit: Unit): void {
  if (unit.text === "") return;
  const last = turn.blocks.at(-1);
  const joins = last && last.kind === "paragraph" && (unit.cue ? !breaksCaption(turn) : cutsSentence(turn, unit));
  if (joins) last.text = `${last.text} ${unit.text}`;
  else turn.blocks.push({ text: unit.text, kind: unit.kind });
}

function breaksCaption(turn: DraftTurn): boolean {
  const text = turn.blocks.at(-1)?.text ?? "";
  return (text.length >= CAPTION_BLOCK && endsSentence(text)) || text.length >= LONGEST_CAPTION_BLOCK;
}
