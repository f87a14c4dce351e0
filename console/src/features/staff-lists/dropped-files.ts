const FILES_MAX = 100

/** The files in what was dropped or pasted, also those in folders; hidden ones are left out. */
export async function filesIn(data: DataTransfer): Promise<File[]> {
  // The entries have to be taken at once: after the first wait the browser has emptied the list.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...data.files]
  const found: File[] = []
  for (const entry of entries) await collect(entry, found)
  return found
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length === FILES_MAX || entry.name.startsWith('.')) return
  if (entry.isFile) {
    found.push(await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail)))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (some.length === 0) return
    for (const each of some) await collect(each, found)
  }
}

/** The files a person chose, without those their system hides. */
export const chosenFiles = (list: FileList | null): File[] =>
  [...(list ?? [])].filter((file) => !file.name.startsWith('.')).slice(0, FILES_MAX)
