/** The analyst's pages, served over a saved run. */
export { type Served, type ServeOptions, servePages } from "./server.js";
