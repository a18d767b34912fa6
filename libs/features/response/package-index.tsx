import { renderToStaticMarkup } from 'react-dom/server';
import type { RegisterContent } from '#connectors/connector';
import { formatDate } from '#texts/dates';
import type { IndexContent } from './package-index-content.js';
import { PACKAGE_POLICY, PACKAGE_STYLE } from './package-style.js';
import { CollectionTable } from './package-table.js';

const Register = ({ register, content }: { readonly register: RegisterContent; readonly content: IndexContent }) => {
  const { language, texts, facts } = content;
  const known = facts[register.id] ?? [];
  return (
    <section aria-labelledby={register.id}>
      <h2 id={register.id}>{register.name[language]}</h2>
      {known.length > 0 && (
        <dl>
          {known.map(({ term, text }) => (
            <Fact key={term} term={term} text={text} />
          ))}
        </dl>
      )}
      {register.collections.map((collection) => {
        const id = `${register.id}.${collection.id}`;
        return (
          <section key={id} aria-labelledby={id}>
            <h3 id={id}>{collection.name[language]}</h3>
            <CollectionTable collection={collection} id={id} content={content} />
          </section>
        );
      })}
      <p>
        <a href={`register/${register.id}.json`}>
          {texts.machineReadable}: {register.name[language]}
        </a>
      </p>
    </section>
  );
};

const Fact = ({ term, text }: { readonly term: string; readonly text: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{text}</dd>
  </>
);

const Page = (content: IndexContent) => {
  const { language, texts, registers, reference, controllerName, collectedOn } = content;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={PACKAGE_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${texts.title} ${reference}`}</title>
        <style>{PACKAGE_STYLE}</style>
      </head>
      <body>
        <header>
          <a className="skip" href="#content">
            {texts.skipToContent}
          </a>
          <h1>{texts.title}</h1>
          <p>{texts.introduction}</p>
          <dl>
            <Fact term={texts.reference} text={reference} />
            <Fact term={texts.controller} text={controllerName} />
            <Fact term={texts.collectedOn} text={formatDate(collectedOn, language, 'numeric')} />
          </dl>
          <nav aria-label={texts.contents}>
            <ul>
              <li>
                <a href="letter.html">{texts.letter}</a>
              </li>
              {registers.map(({ id, name }) => (
                <li key={id}>
                  <a href={`#${id}`}>{name[language]}</a>
                </li>
              ))}
              <li>
                <a href="manifest.json">{texts.manifest}</a>
              </li>
            </ul>
          </nav>
        </header>
        <main id="content">
          {registers.map((register) => (
            <Register key={register.id} register={register} content={content} />
          ))}
        </main>
      </body>
    </html>
  );
};

/** The page of the package that people read: static, escaped by React, and it works without anything else installed. */
export const renderIndex = (content: IndexContent): string =>
  `<!doctype html>${renderToStaticMarkup(<Page {...content} />)}\n`;
