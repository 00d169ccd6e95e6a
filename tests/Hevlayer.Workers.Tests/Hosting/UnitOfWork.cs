using System.Collections.Concurrent;

namespace Hevlayer.Workers.Tests;

/// <summary>A scoped dependency, such as a database context.</summary>
internal sealed class UnitOfWork(UnitOfWork.Book book) : IAsyncDisposable
{
    public List<string> Documents { get; } = [];

    public ValueTask DisposeAsync()
    {
        book.Closed.Enqueue(string.Join(',', Documents));
        return ValueTask.CompletedTask;
    }

    /// <summary>Remembers which documents each unit saw until it was closed.</summary>
    internal sealed class Book
    {
        public ConcurrentQueue<string> Closed { get; } = new();
    }
}
