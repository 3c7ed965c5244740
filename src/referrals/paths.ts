/** The page with what is handed on, behind the last part of its link. */
export const referralPath = (token: string): string => `/referrals/${token}`;

/** Where somebody who wrote to us by mail or by telephone says whether they may be handed on. */
export const consentPath = (token: string): string => `/referrals/mine/${token}`;
