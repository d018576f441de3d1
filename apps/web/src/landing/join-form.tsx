import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { landingWords } from '../words/landing-words.ts';
import { useWords } from '../words/use-words.ts';

/** The code on the wall, on its way to the page where one joins. */
export function JoinForm() {
  const { join } = useWords(landingWords);
  const [, navigate] = useLocation();
  const [code, setCode] = useState('');

  function go(event: FormEvent): void {
    event.preventDefault();
    const typed = code.replace(/[^\p{L}\p{N}-]/gu, '');
    navigate(typed === '' ? '/join' : `/join/${encodeURIComponent(typed)}`);
  }

  return (
    <form className="join-form" onSubmit={go}>
      <label htmlFor="class-code">{join.title}</label>
      <input
        id="class-code"
        className="m"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        maxLength={16}
        placeholder={join.code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <button type="submit" className="btn sm">
        {join.go}
      </button>
    </form>
  );
}
