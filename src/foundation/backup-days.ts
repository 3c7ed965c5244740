/** For so many days after something is erased, a backup may still hold it; docs/running.md asks operators to keep none longer. */
export const backupDays = 35;

/** By when nothing is left of it in backups either. */
export const goneFromBackups = (erased: Date): Date => new Date(erased.getTime() + backupDays * 86_400_000);
