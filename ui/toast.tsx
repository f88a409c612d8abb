import { toast as show, Toaster as Sonner } from 'sonner';

/** Short news at the edge of the screen: what was done, or why not. */
export const toast = {
  done: (text: string) => show.success(text),
  refused: (sentence: string) => show.error(sentence, { duration: 8_000 }),
  news: (text: string) => show(text),
};

export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3 text-sm text-ink shadow-pop',
          success: '[&_[data-icon]]:text-good',
          error: '[&_[data-icon]]:text-bad',
        },
      }}
    />
  );
}
