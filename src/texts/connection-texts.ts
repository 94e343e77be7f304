/** What the test of a connection has to say besides the errors of the portal. */
export const connectionTexts = {
  noCrmScope: () => 'У вебхука нет права «CRM». Отметьте его в настройках вебхука на портале.',
  notAdmin: () => 'Вебхук не администратора: в отчёт попадут только счета, которые видны его владельцу.',
  noInvoices: () => 'Вебхук не видит ни одного счёта. Проверьте права его владельца на счета.',
} as const;
