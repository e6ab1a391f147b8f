import { Component } from 'react';
import type { ReactNode } from 'react';
import { Broken } from '../ui/states.js';

/** What was typed stays in its draft; the page can be drawn anew without leaving it. */
export class ErrorWall extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => window.location.reload()} />;
  }
}
