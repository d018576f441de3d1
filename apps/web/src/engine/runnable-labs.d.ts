// Made when the page is built: see sites/runnable-labs.ts.
declare module 'virtual:runnable-labs' {
  export const runnableLabs: import('./runnable-lab.ts').RunnableLabs;
}

declare module 'virtual:runnable-lab-ids' {
  export const runnableLabIds: readonly string[];
}
