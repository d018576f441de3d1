import { Component, type ErrorInfo, type ReactNode } from 'react';

interface QuietBoundaryProps {
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Around an ornament that may break without anybody being told: something plainer stands in its place. */
export class QuietBoundary extends Component<QuietBoundaryProps, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.warn(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.instead : this.props.children;
  }
}
