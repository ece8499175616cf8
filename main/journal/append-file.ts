import { type FileHandle, open } from 'node:fs/promises';

/** A file that only grows, by whole pieces that are on the disk before `append` answers. */
export class AppendFile {
  readonly #file: FileHandle;
  #size: number;

  private constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.#size = size;
  }

  /** Opens a file that was read and found sound. */
  static async open(path: string): Promise<AppendFile> {
    const file = await open(path, 'a');
    return new AppendFile(file, (await file.stat()).size);
  }

  /** In bytes. */
  get size(): number {
    return this.#size;
  }

  /** Throws what the system says; then the file is as before, or is to be read again before anything is added. */
  async append(content: string): Promise<void> {
    const bytes = Buffer.from(content, 'utf8');
    try {
      await this.#file.appendFile(bytes);
      await this.#file.datasync();
    } catch (error) {
      // Half a line is no entry; where it cannot be taken back either, the next opening does it.
      await this.#file.truncate(this.#size).catch(() => undefined);
      throw error;
    }
    this.#size += bytes.length;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
