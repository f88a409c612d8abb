/** One thing that must be mended, with the file to open. */
export interface Finding {
  rule: string;
  /** Path from the root, with `:line` where a line is known. */
  where: string;
  says: string;
}

/** A rule reads a tree of files and says what is wrong with it. It never changes anything. */
export type Rule = (root: string) => Finding[] | Promise<Finding[]>;
