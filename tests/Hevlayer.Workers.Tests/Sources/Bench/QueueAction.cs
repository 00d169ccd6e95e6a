namespace Hevlayer.Workers.Tests.Sources;

/// <summary>Calls to a queue.</summary>
internal enum QueueAction
{
    Receive,
    Acknowledge,
    Reject,
    Extend,
}
