import type { ReactNode } from 'react';
import type { Surroundings } from '../page.js';
import { Layout } from './layout.js';

interface MessagePageProps extends Surroundings {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A page that only tells something: one heading, one sentence or two, and where to go from here. */
export function MessagePage({ frame, t, title, text, children }: MessagePageProps) {
  return (
    <Layout frame={frame} t={t} title={title}>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {children}
    </Layout>
  );
}
