using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CouncilPremises.Application.Attachments;

/// <summary>A file encrypted in pieces, so that none of any size is held in memory whole. Each piece says its number and whether it is the last: pieces cannot be
/// left out, added or put in another order unnoticed.</summary>
internal sealed class SealedFile(Stream file, IDataProtector protector) : Stream
{
    private const int PieceBytes = 64 * 1024;
    private const int HeadBytes = sizeof(int) + 1;
    private const int LongestSealed = PieceBytes + HeadBytes + 4096;

    private ReadOnlyMemory<byte> piece;
    private int number;
    private bool isLast;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Writes content and gives its length in bytes; every byte of it goes into the hash.</summary>
    public static async Task<long> WriteAsync(Stream content, Stream file, IDataProtector protector, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var (length, lengthOf) = (0L, new byte[sizeof(int)]);
        for (var number = 0; ; number++)
        {
            var buffer = new byte[HeadBytes + PieceBytes];
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(HeadBytes), PieceBytes, throwOnEndOfStream: false, cancellationToken);
            var last = read < PieceBytes;
            BinaryPrimitives.WriteInt32BigEndian(buffer, number);
            buffer[sizeof(int)] = last ? (byte)1 : (byte)0;
            hash.AppendData(buffer.AsSpan(HeadBytes, read));
            var closed = protector.Protect(buffer[..(HeadBytes + read)]);
            BinaryPrimitives.WriteInt32BigEndian(lengthOf, closed.Length);
            await file.WriteAsync(lengthOf, cancellationToken);
            await file.WriteAsync(closed, cancellationToken);
            length += read;
            if (last)
                return length;
        }
    }

    /// <summary>Reads the first piece, to find out whether the file can be read at all.</summary>
    public Task ReadFirstAsync(CancellationToken cancellationToken) => NextAsync(cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (piece.IsEmpty && !isLast)
            await NextAsync(cancellationToken);
        var count = Math.Min(buffer.Length, piece.Length);
        piece[..count].CopyTo(buffer);
        piece = piece[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask NextAsync(CancellationToken cancellationToken)
    {
        var lengthOf = new byte[sizeof(int)];
        await file.ReadExactlyAsync(lengthOf, cancellationToken);
        var length = BinaryPrimitives.ReadInt32BigEndian(lengthOf);
        if (length is < HeadBytes or > LongestSealed)
            throw new InvalidDataException("The file is damaged.");
        var closed = new byte[length];
        await file.ReadExactlyAsync(closed, cancellationToken);
        var open = protector.Unprotect(closed);
        if (open.Length < HeadBytes || BinaryPrimitives.ReadInt32BigEndian(open) != number++)
            throw new InvalidDataException("The file is damaged.");
        (piece, isLast) = (open.AsMemory(HeadBytes), open[sizeof(int)] == 1);
    }
}
