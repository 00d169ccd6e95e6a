namespace Hevlayer;

/// <summary>A reply's body that the serializer reads where it lies.</summary>
internal interface IReplyContent
{
    /// <summary>
    /// From here on only the serializer reads it, in place: Refit copies a content whole before it asks the serializer, and
    /// then there is nothing to copy. Handlers outside the client have read it before, if they wanted to.
    /// </summary>
    void ReadInPlace();
}
