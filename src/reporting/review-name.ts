import type { ReviewMeta } from "../model/index.js";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** "May 2019" of `2019-05-14`; the year alone where the month is not known; empty where nothing is. */
export function monthOf(date: string): string {
  const [year = "", month = ""] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? year : `${name} ${year}`;
}

/** How a review is called in running text: its title, else area and month, else its id. */
export function reviewName(meta: ReviewMeta): string {
  if (meta.title !== "") return meta.title;
  if (meta.area === "") return meta.id;
  const month = monthOf(meta.date);
  return month === "" ? meta.area : `${meta.area}, ${month}`;
}
