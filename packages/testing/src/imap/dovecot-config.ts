export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface DovecotSettings {
  readonly folder: string;
  readonly maildir: string;
  readonly listen: string;
  readonly port: number;
  readonly password: string;
  readonly owner: Owner;
  /** Who runs it, where that is not root: it can neither change to another user nor into another root. */
  readonly runBy?: { readonly user: string; readonly group: string } | undefined;
}

/** From 2.4 on the settings have other names, and say first whose they are. */
export type DovecotKind = '2.3' | '2.4';

/** What a Dovecot is, by what it prints about its version. */
export const dovecotKind = (printed: string): DovecotKind => {
  const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)/u.exec(printed.trim()) ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 4) ? '2.4' : '2.3';
};

/** The settings of a Dovecot with one mailbox, whose only account is anybody with the password. */
export const dovecotConfig = (kind: DovecotKind, settings: DovecotSettings): string =>
  [
    ...(kind === '2.4' ? ['dovecot_config_version = 2.4.0', 'dovecot_storage_version = 2.4.0'] : []),
    'protocols = imap',
    `listen = ${settings.listen}`,
    `base_dir = ${settings.folder}/run`,
    `state_dir = ${settings.folder}/state`,
    `log_path = ${settings.folder}/log`,
    'ssl = no',
    'first_valid_uid = 1',
    ...(kind === '2.4' ? newNames(settings) : oldNames(settings)),
    'service imap-login {',
    `  inet_listener imap {\n    port = ${String(settings.port)}\n  }`,
    '  inet_listener imaps {\n    port = 0\n  }',
    '}',
    ...rootless(settings),
    '',
  ].join('\n');

const oldNames = ({ maildir, password, owner: { uid, gid } }: DovecotSettings): string[] => [
  'disable_plaintext_auth = no',
  `mail_location = maildir:${maildir}`,
  `passdb {\n  driver = static\n  args = password=${password}\n}`,
  `userdb {\n  driver = static\n  args = uid=${String(uid)} gid=${String(gid)} home=${maildir}\n}`,
];

const newNames = ({ maildir, password, owner: { uid, gid } }: DovecotSettings): string[] => [
  'auth_allow_cleartext = yes',
  // A wire that is listened to must be readable.
  'imap_capability {\n  "COMPRESS=DEFLATE" = no\n}',
  'mail_driver = maildir',
  `mail_path = ${maildir}`,
  `passdb static {\n  password = ${password}\n}`,
  `userdb static {\n  fields {\n    uid = ${String(uid)}\n    gid = ${String(gid)}\n    home = ${maildir}\n  }\n}`,
];

const rootless = ({ runBy }: DovecotSettings): string[] =>
  runBy === undefined
    ? []
    : [
        `default_internal_user = ${runBy.user}`,
        `default_internal_group = ${runBy.group}`,
        `default_login_user = ${runBy.user}`,
        ...['anvil', 'imap-login', 'stats'].map((name) => `service ${name} {\n  chroot =\n}`),
      ];
