import { useState, type KeyboardEvent } from 'react';
import { AttachPictures, usePictures } from '#ui/attach-pictures.tsx';
import { Button } from '#ui/button.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { PreparedAnswer } from './conversation-shape.ts';

interface Props {
  /** The operation that writes, and the id it takes. */
  operation: 'conversations.answer' | 'conversations.write-about-order';
  id: string;
  placeholder: string;
  /** What is put into the field at a press, ready to be changed and sent. */
  prepared: readonly PreparedAnswer[];
}

/** A message to the customer. Cmd or Ctrl and Enter sends it. */
export function MessageForm({ operation, id, placeholder, prepared }: Props) {
  const [text, setText] = useState('');
  const pictures = usePictures();
  const write = useOperation(operation, { onDone: () => { setText(''); pictures.clear(); } });
  const send = () => text.trim() && !write.pending && !pictures.pending && void write.run({ id, text, pictures: pictures.chosen });
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form noValidate className="flex flex-col gap-2" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <FieldErrors value={write.fields}>
        <Field label="Message to the customer" name="text" labelHidden><Textarea rows={3} value={text} maxLength={5_000} placeholder={placeholder} onKeyDown={press} onChange={(event) => setText(event.target.value)} /></Field>
      </FieldErrors>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <div className="mr-auto flex min-w-0 flex-wrap items-center gap-2">
          <AttachPictures pictures={pictures} />
          {prepared.length > 0 && <PreparedMenu prepared={prepared} onPick={(answer) => setText((before) => [before.trimEnd(), answer.text].filter(Boolean).join('\n\n').slice(0, 5_000))} />}
        </div>
        <span className="text-[13px] text-ink-3 max-sm:hidden">Ctrl + Enter sends</span>
        <Button type="submit" kind="primary" pending={write.pending} disabled={!text.trim() || pictures.pending}>Send</Button>
      </div>
    </form>
  );
}

function PreparedMenu({ prepared, onPick }: { prepared: readonly PreparedAnswer[]; onPick(answer: PreparedAnswer): void }) {
  return (
    <Menu align="start" trigger={<Button size="small" kind="quiet">Prepared answers</Button>}>
      {prepared.map((answer) => <MenuItem key={answer.id} onSelect={() => onPick(answer)}>{answer.name}</MenuItem>)}
    </Menu>
  );
}
