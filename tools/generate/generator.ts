/** A file the project keeps although it can be made from others; `path` is relative to the project. */
export interface GeneratedFile {
  path: string
  text: string
}

/** Makes files from their sources in the tree at `root`, writing none of them. */
export interface Generator {
  make(root: string): Promise<GeneratedFile[]>
}
