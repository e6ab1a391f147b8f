import { Component } from 'react';
import type { ReactNode } from 'react';
import { Broken } from '../ui/states.js';

interface ErrorWallProps {
  readonly children: ReactNode;
  /** The page that is shown, where more than the page still stands; on another one the wall is gone. */
  readonly place?: string;
}
interface ErrorWallState {
  readonly broken: 'page' | 'line' | null;
}

/** What was typed stays in its draft; the page can be drawn anew without leaving it. Without a line it is the page that did not come. */
export class ErrorWall extends Component<ErrorWallProps, ErrorWallState> {
  override state: ErrorWallState = { broken: null };

  static getDerivedStateFromError(): ErrorWallState {
    return { broken: navigator.onLine ? 'page' : 'line' };
  }

  override componentDidUpdate({ place }: ErrorWallProps) {
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
