import { Component, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Banner } from '../ui/tone';
import { Button } from '../ui/button';

interface State {
  readonly error: Error | undefined;
}

/** What one screen throws must not take the others with it: navigation and search stay alive. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Banner tone="stop" role="alert" title={<FormattedMessage id="app.error.title" />}>
        <p>
          <FormattedMessage id="app.error.body" values={{ message: error.message }} />
        </p>
        <Button onClick={() => this.setState({ error: undefined })}>
          <FormattedMessage id="app.error.retry" />
        </Button>
      </Banner>
    );
  }
}
