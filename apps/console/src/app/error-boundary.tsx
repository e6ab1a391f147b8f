import { Broken } from '@pledge/ui';
import { Component } from 'react';
import type { ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** The page that is shown, where more than the page still stands; on another one the boundary is reset. */
  readonly place?: string;
}
interface ErrorBoundaryState {
  readonly broken: 'page' | 'line' | null;
}

/** What was typed stays in its draft; the page can be drawn anew without leaving it. Without a line it is the page that did not come. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: null };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { broken: navigator.onLine ? 'page' : 'line' };
  }

  override componentDidUpdate({ place }: ErrorBoundaryProps) {
    if (place !== this.props.place && this.state.broken !== null) this.setState({ broken: null });
  }

  override render() {
    const { children, place } = this.props;
    const { broken } = this.state;
    if (broken === null) return children;
    const onRetry = () => window.location.reload();
    return <Broken within={place !== undefined} unreachable={broken === 'line'} onRetry={onRetry} />;
  }
}
