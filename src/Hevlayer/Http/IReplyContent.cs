namespace Hevlayer;

/// <summary>A reply's body that the serializer reads where it lies.</summary>
internal interface IReplyContent
{
    /// <summary>
    /// From here on only the serializer reads, so what Refit does before that, a copy of the whole body, copies nothing.
    /// </summary>
    void GoToSerializer();
}
