import { useState } from 'react';
import { Field } from '../field.tsx';
import { TagsInput } from '../tags-input.tsx';

/** Which tags to put on and which to take off, for many rows at once. */
export function TagFields() {
  return (
    <>
      <Tags label="Put on" name="add" />
      <Tags label="Take off" name="remove" />
    </>
  );
}

function Tags({ label, name }: { label: string; name: string }) {
  const [tags, setTags] = useState<string[]>([]);
  return (
    <>
      <Field label={label} name={name}><TagsInput value={tags} onChange={setTags} /></Field>
      <input type="hidden" name={`${name}List`} value={JSON.stringify(tags)} />
    </>
  );
}

/** The tags of the fields as the operations take them. */
export function tagsOf({ addList, removeList }: Record<string, unknown>): Record<string, unknown> {
  const read = (list: unknown) => JSON.parse(typeof list === 'string' ? list : '[]') as string[];
  return { add: read(addList), remove: read(removeList) };
}
