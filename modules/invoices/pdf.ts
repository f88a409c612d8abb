import PDFDocument from 'pdfkit';
import { printable } from './printable.ts';

export type Paper = 'A4' | 'LETTER';

/** Where a cell of a table stands, in points from the left margin. */
export interface Cell {
  text: string;
  x: number;
  width: number;
  align?: 'left' | 'right';
  bold?: true;
  quiet?: true;
}

/** A JPEG or PNG and its size, in points or any other measure. */
export interface SheetPicture {
  bytes: Buffer;
  width: number;
  height: number;
}

const MARGIN = 48;
const INK = '#111827';
const QUIET = '#6b7280';
const LINE = '#d1d5db';

/** A sheet one writes from top to bottom; a new page begins by itself. Text is written in letters every PDF can show. */
export class Sheet {
  readonly width: number;
  private readonly doc: PDFKit.PDFDocument;
  private readonly done: Promise<Buffer>;

  constructor(paper: Paper, title: string) {
    this.doc = new PDFDocument({ size: paper, margin: MARGIN, bufferPages: true, info: { Title: printable(title) }, lang: 'en', displayTitle: true });
    this.width = this.doc.page.width - 2 * MARGIN;
    const parts: Buffer[] = [];
    this.done = new Promise((resolve, reject) => {
      this.doc.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
    });
  }

  /** Columns beside each other; the next thing begins below the longest. */
  beside(columns: readonly { lines: readonly string[]; title?: string }[]): void {
    const top = this.doc.y;
    const width = this.width / columns.length;
    const ends = columns.map(({ lines, title }, i) => {
      this.doc.y = top;
      if (title) this.text(title, { x: i * width, width: width - 12, quiet: true, size: 8 });
      for (const line of lines) this.text(line, { x: i * width, width: width - 12 });
      return this.doc.y;
    });
    this.doc.y = Math.max(...ends);
  }

  heading(text: string, size = 20): void {
    this.text(text, { size, bold: true });
  }

  paragraph(text: string): void {
    for (const line of text.split('\n')) this.text(line, { quiet: true });
  }

  /** One row of a table; it never breaks across pages. */
  row(cells: readonly Cell[]): void {
    this.doc.fontSize(9.5);
    const height = Math.max(...cells.map((cell) => this.doc.font(cell.bold ? 'Helvetica-Bold' : 'Helvetica').heightOfString(printable(cell.text) || ' ', { width: cell.width })));
    this.room(height + 8);
    const top = this.doc.y;
    for (const cell of cells) {
      this.doc.y = top;
      this.text(cell.text, { ...cell, size: 9.5 });
    }
    this.doc.y = top + height + 5;
  }

  /** Pictures beside each other, each so high at most; what does not fit begins a new row. */
  pictures(pictures: readonly SheetPicture[], { x, height }: { x: number; height: number }): void {
    let left = x;
    for (const [i, picture] of pictures.entries()) {
      const width = Math.min((picture.width / picture.height) * height, this.width - x);
      if (left + width > this.width) left = x;
      if (left === x) {
        this.room(height + 8);
        this.doc.y += height + (i === 0 ? 0 : 6);
      }
      this.doc.image(picture.bytes, MARGIN + left, this.doc.y - height, { fit: [width, height] });
      left += width + 6;
    }
    if (pictures.length > 0) this.space(8);
  }

  rule(): void {
    this.doc.moveTo(MARGIN, this.doc.y).lineTo(MARGIN + this.width, this.doc.y).lineWidth(0.6).strokeColor(LINE).stroke();
    this.doc.y += 5;
  }

  space(points: number): void {
    this.doc.y += points;
  }

  newPage(): void {
    this.doc.addPage();
  }

  /** Begins a new page unless so much fits. */
  room(points: number): void {
    if (this.doc.y + points > this.doc.page.height - MARGIN - 24) this.doc.addPage();
  }

  /** Writes the foot of every page and gives the file. */
  end(foot: string): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let i = start; i < start + count; i++) {
      this.doc.switchToPage(i);
      // Without this the foot would count as overflow and begin a page of its own.
      this.doc.page.margins.bottom = 0;
      const y = this.doc.page.height - MARGIN;
      this.doc.font('Helvetica').fontSize(8).fillColor(QUIET);
      this.doc.text(printable(foot.split('\n').join(' · ')), MARGIN, y, { width: this.width - 70, height: 20, ellipsis: true });
      this.doc.text(`Page ${i - start + 1} of ${count}`, MARGIN + this.width - 70, y, { width: 70, align: 'right' });
    }
    this.doc.end();
    return this.done;
  }

  private text(text: string, { x = 0, width = this.width, size = 10, bold, quiet, align = 'left' }: Partial<Cell> & { size?: number }): void {
    this.doc.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size).fillColor(quiet ? QUIET : INK);
    this.doc.text(printable(text) || ' ', MARGIN + x, this.doc.y, { width, align });
  }
}
