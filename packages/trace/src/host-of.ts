/** A program's actor id is its host's name; its kernel is `<host>.kernel`. */
export function hostOf(actor: string): string {
  return actor.split('.')[0] as string;
}
