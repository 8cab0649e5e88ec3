/** Who decides or changes something, as history and audit rows name them, and when (ISO-8601 UTC). */
export interface Author {
  by: string;
  at: string;
}
