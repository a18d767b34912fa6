import type { Surroundings } from '../page.js';

/** Mail, telephone and post of the controller; a way that is not there is left out. */
export function Contact({ frame, t }: Surroundings) {
  const { name, email, phone, address } = frame.controller;
  return (
    <dl className="contact">
      {email === '' ? null : (
        <div>
          <dt>{t('portal.footer.email')}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </div>
      )}
      {phone === '' ? null : (
        <div>
          <dt>{t('portal.footer.phone')}</dt>
          <dd>
            <a href={`tel:${phone.replace(/[^+\d]/gu, '')}`}>{phone}</a>
          </dd>
        </div>
      )}
      {address === '' ? null : (
        <div>
          <dt>{t('portal.footer.post')}</dt>
          <dd>
            {name}, {address}
          </dd>
        </div>
      )}
    </dl>
  );
}
