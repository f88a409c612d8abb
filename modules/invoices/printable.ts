// The built-in fonts of a PDF know Western European letters only (WinAnsi). Other letters are written with those, so that a
// page never shows broken signs: letters with marks lose them, Greek and Cyrillic are transliterated, the rest becomes [?].
const WIN_ANSI = /^[\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]$/u;

const alike: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', ı: 'i', ĸ: 'k', ŋ: 'n', ß: 'ß', '−': '-', '‐': '-', '‑': '-', '\u202f': ' ', '\u2009': ' ', '\u200b': '', '\ufeff': '', '₹': 'INR ', '₩': 'KRW ', '₽': 'RUB ', '₺': 'TRY ', '₴': 'UAH ', '₫': 'VND ', '฿': 'THB ', '₪': 'ILS ', '₱': 'PHP ', '₦': 'NGN ', '₿': 'BTC ' };

const cyrillic = 'а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz';
const greek = 'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o';
const letters = new Map(`${cyrillic} ${greek}`.split(' ').map((pair) => pair.split(':') as [string, string]));

/** The text in letters every PDF can show. */
export function printable(text: string): string {
  const written = [...text.normalize('NFC')].map(letterOf).join('');
  return written.replaceAll(/\u0000+/g, '[?]');
}

function letterOf(letter: string): string {
  if (letter === '\n' || WIN_ANSI.test(letter)) return letter;
  if (alike[letter] !== undefined) return alike[letter];
  const small = letters.get(letter.toLowerCase());
  if (small !== undefined) return letter === letter.toLowerCase() ? small : small.charAt(0).toUpperCase() + small.slice(1);
  const plain = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  if (plain !== letter && plain !== '') return [...plain].map(letterOf).join('');
  return /\p{M}|\p{Cf}/u.test(letter) ? '' : '\u0000';
}
