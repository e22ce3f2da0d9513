// SPDX-License-Identifier: Apache-2.0
#include "transport/ServerTls.h"

#include <QAbstractSocket>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace handbell::transport {

namespace {

template <auto Free>
struct FreeBy
{
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using BioPtr = std::unique_ptr<BIO, FreeBy<BIO_free_all>>;
using BioMethodPtr = std::unique_ptr<BIO_METHOD, FreeBy<BIO_meth_free>>;
using CertificatePtr = std::unique_ptr<X509, FreeBy<X509_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, FreeBy<EVP_PKEY_free>>;
using SslPtr = std::unique_ptr<SSL, FreeBy<SSL_free>>;
using SslContextPtr = std::unique_ptr<SSL_CTX, FreeBy<SSL_CTX_free>>;

//! What keys are agreed by: groups of 128 bits and more that cost little. OpenSSL would take ffdhe2048 (112
//! bits) as well, and ffdhe8192, with which a stranger's handshakes keep a core busy.
constexpr char keyExchangeGroups[] = "X25519:P-256:P-384";
//! Larger than any key or chain.
constexpr qsizetype maxPem = 256 * 1024;

//! Forgets OpenSSL's pending errors, which may quote what was read.
Error unusable(const char *what)
{
    ERR_clear_error();
    return {ErrorCode::InvalidArgument, QString::fromLatin1(what)};
}

BioPtr readBio(const QByteArray &pem)
{
    return BioPtr(pem.size() > maxPem ? nullptr : BIO_new_mem_buf(pem.constData(), int(pem.size())));
}

//! No passphrase: OpenSSL would ask for it on the terminal.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

QAbstractSocket &socketOf(BIO *bio)
{
    return *static_cast<QAbstractSocket *>(BIO_get_data(bio));
}

int writeToSocket(BIO *bio, const char *bytes, int size)
{
    return int(socketOf(bio).write(bytes, size));
}

int readFromSocket(BIO *bio, char *into, int size)
{
    BIO_clear_retry_flags(bio);
    QAbstractSocket &socket = socketOf(bio);
    const auto got = int(socket.read(into, size));
    if (got == 0 && socket.isOpen()) {
        BIO_set_retry_read(bio);
        return -1;
    }
    return got;
}

long controlSocket(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

//! OpenSSL's view of a QAbstractSocket.
const BIO_METHOD *socketMethod()
{
    static const BioMethodPtr method = [] {
        BioMethodPtr made(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "QAbstractSocket"));
        BIO_meth_set_write(made.get(), writeToSocket);
        BIO_meth_set_read(made.get(), readFromSocket);
        BIO_meth_set_ctrl(made.get(), controlSocket);
        return made;
    }();
    return method.get();
}

} // namespace

struct ServerTls::Context
{
    SslContextPtr ssl;
};

ServerTls::ServerTls(std::shared_ptr<Context> context)
    : m_context(std::move(context))
{
}

Result<ServerTls> ServerTls::make(const QByteArray &keyPem, const QByteArray &chainPem)
{
    const BioPtr keyBio = readBio(keyPem);
    const KeyPtr key(keyBio ? PEM_read_bio_PrivateKey(keyBio.get(), nullptr, noPassphrase, nullptr)
                            : nullptr);
    if (!key)
        return unusable("the server's key is not readable PEM");
    const BioPtr chainBio = readBio(chainPem);
    const CertificatePtr certificate(
        chainBio ? PEM_read_bio_X509(chainBio.get(), nullptr, noPassphrase, nullptr) : nullptr);
    if (!certificate)
        return unusable("no certificate in the server's chain");

    SslContextPtr ssl(SSL_CTX_new(TLS_server_method()));
    if (!ssl || SSL_CTX_set_min_proto_version(ssl.get(), TLS1_3_VERSION) != 1 ||
        SSL_CTX_set1_groups_list(ssl.get(), keyExchangeGroups) != 1)
        return Error{ErrorCode::Internal, QStringLiteral("no TLS 1.3")};
    // An idle connection gives its buffers back.
    SSL_CTX_set_mode(ssl.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    // Clients authenticate in their first frame; each connection is a handshake of its own.
    SSL_CTX_set_verify(ssl.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_session_cache_mode(ssl.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(ssl.get(), 0);
    SSL_CTX_set_read_ahead(ssl.get(), 1);
    if (SSL_CTX_use_certificate(ssl.get(), certificate.get()) != 1 ||
        SSL_CTX_use_PrivateKey(ssl.get(), key.get()) != 1 || SSL_CTX_check_private_key(ssl.get()) != 1)
        return unusable("the server's key is not its certificate's");
    while (const CertificatePtr next{PEM_read_bio_X509(chainBio.get(), nullptr, noPassphrase, nullptr)}) {
        if (SSL_CTX_add1_chain_cert(ssl.get(), next.get()) != 1)
            return unusable("the server's chain cannot be used");
    }
    ERR_clear_error(); // the end of the chain
    return ServerTls(std::make_shared<Context>(Context{std::move(ssl)}));
}

struct ServerTlsStream::Private
{
    SslPtr ssl;
    bool broken = false;
};

ServerTlsStream::ServerTlsStream(const ServerTls &tls, QAbstractSocket &socket)
    : m_d(std::make_unique<Private>())
{
    m_d->ssl.reset(SSL_new(tls.m_context->ssl.get()));
    BIO *bio = BIO_new(socketMethod());
    m_d->broken = !m_d->ssl || !bio;
    if (m_d->broken) {
        BIO_free(bio);
        return;
    }
    BIO_set_data(bio, &socket);
    BIO_set_init(bio, 1);
    SSL_set_bio(m_d->ssl.get(), bio, bio); // owns it
    SSL_set_accept_state(m_d->ssl.get());
}

ServerTlsStream::~ServerTlsStream() = default;

ServerTlsStream::Handshake ServerTlsStream::continueHandshake()
{
    if (m_d->broken)
        return Handshake::Failed;
    ERR_clear_error();
    const int result = SSL_do_handshake(m_d->ssl.get());
    if (result == 1)
        return Handshake::Done;
    if (SSL_get_error(m_d->ssl.get(), result) == SSL_ERROR_WANT_READ)
        return Handshake::UnderWay;
    m_d->broken = true;
    ERR_clear_error();
    return Handshake::Failed;
}

int ServerTlsStream::read(char *into, int size)
{
    if (m_d->broken)
        return -1;
    ERR_clear_error();
    const int got = SSL_read(m_d->ssl.get(), into, size);
    if (got > 0)
        return got;
    if (SSL_get_error(m_d->ssl.get(), got) == SSL_ERROR_WANT_READ)
        return 0;
    m_d->broken = SSL_get_shutdown(m_d->ssl.get()) == 0;
    ERR_clear_error();
    return -1;
}

bool ServerTlsStream::write(const QByteArray &bytes)
{
    if (m_d->broken || bytes.isEmpty())
        return !m_d->broken;
    ERR_clear_error();
    // The socket takes everything, so this is all or nothing.
    if (SSL_write(m_d->ssl.get(), bytes.constData(), int(bytes.size())) == int(bytes.size()))
        return true;
    m_d->broken = true;
    ERR_clear_error();
    return false;
}

void ServerTlsStream::sayEnd()
{
    if (m_d->broken || SSL_in_init(m_d->ssl.get()))
        return;
    ERR_clear_error();
    SSL_shutdown(m_d->ssl.get());
    ERR_clear_error();
}

} // namespace handbell::transport
