namespace Hevlayer.Wire.Tests.Faults;

/// <summary>What the server does after it has written a reply's bytes.</summary>
internal enum ReplyEnd
{
    /// <summary>Waits for the next request on the same connection, as a healthy server does.</summary>
    NextRequest,

    /// <summary>Closes the connection in good order.</summary>
    Close,

    /// <summary>Tears the connection down with a reset.</summary>
    Reset,

    /// <summary>Keeps the connection open and says nothing more until the client closes it.</summary>
    Silence,

    /// <summary>Goes on with a few bytes at a time until the client closes the connection.</summary>
    Drip,
}
